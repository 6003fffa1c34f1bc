// Text from a file as one may show and store it.

/** A name on a card may be this long, see `shared/model/fields.ts`. */
export const longestName = 160

/** One line: line breaks and runs of spaces become one space, characters nobody sees are gone. */
export function oneLine(text: unknown): string {
  return readable(text, 4000).replace(/\s+/g, ' ').trim()
}

/** Several lines, at most `length` characters; markup that some tools put into documentation is taken out. */
export function paragraphs(text: unknown, length: number): string {
  const plain = readable(text, length + 4000)
    .replace(/<[^<>]{0,500}>/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return withoutHalves(plain.slice(0, length))
}

/** Cut to `length` characters with an ellipsis, at a word where there is one. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = withoutHalves(text.slice(0, length - 1))
  const word = cut.lastIndexOf(' ')
  return `${(word > length / 2 ? cut.slice(0, word) : cut).trimEnd()}…`
}

/** "1 lane", "3 lanes". */
export function counted(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`
}

/** "a, b and 3 more". */
export function listed(names: string[], most = 4): string {
  if (names.length <= most) return names.join(', ')
  return `${names.slice(0, most).join(', ')} and ${names.length - most} more`
}

function readable(text: unknown, length: number): string {
  if (typeof text !== 'string') return ''
  return withoutHalves(text.slice(0, length)).replace(/\r\n?/g, '\n').replace(invisible, '')
}

/** Half a surrogate pair is no character; databases refuse it. */
function withoutHalves(text: string): string {
  return text.replace(/[\uD800-\uDFFF]/gu, '')
}

// Control characters, byte order marks and the marks that turn the reading direction of what follows.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const invisible = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/g
