import { Refusal } from '../../shared/edits/refusal.ts'

/**
 * Refuses text that Postgres stores nowhere (a NUL, or half of a character written in two) and what nests deeper than
 * anything of ours, on which schemas would run out of stack. Names the field of the first such.
 */
export function refusalOfUnstorable(whole: object): Refusal | undefined {
  const open: { value: unknown; path: string; depth: number }[] = [{ value: whole, path: '', depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path, depth } = next
    if (typeof value === 'string' && unstorable.test(value)) return refusalOf(path)
    if (typeof value !== 'object' || value === null) continue
    if (depth > deepest) return new Refusal('edit.invalid', 'This nests too deep.')
    for (const [key, inner] of Object.entries(value).reverse()) {
      if (unstorable.test(key)) return refusalOf(path)
      open.push({ value: inner, path: path ? `${path}.${key}` : key, depth: depth + 1 })
    }
  }
  return undefined
}

const deepest = 50

// biome-ignore lint/suspicious/noControlCharactersInRegex: this one is what is looked for
const unstorable = /[\u0000\p{Surrogate}]/u

function refusalOf(field: string): Refusal {
  return new Refusal(
    'edit.invalid',
    `${field}: holds a character that cannot be stored. Type it anew.`,
    field,
  )
}
