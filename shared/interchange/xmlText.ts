// The text of an XML file under a scan: what stands where, on which line, and how to say that it should not.
import type { ImportRefusal } from './importedMap.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML itself forbids.
const forbiddenCharacter = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/
/** Longer names end the match early and are then refused for what follows; no pattern here can run long. */
const nameAt = /[A-Za-z_:\u00C0-\uFFFD][\w.:\u00B7-\uFFFD-]{0,200}/y
const entityAt = /&(?:amp|lt|gt|apos|quot|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});/y

/** Answers questions about a text; offsets are asked for in growing order. */
export class XmlText {
  private line = 1
  private nextBreak = -1

  constructor(readonly xml: string) {}

  /** Offset of the first character that no XML may hold; -1 when there is none. */
  forbiddenAt(): number {
    return this.xml.search(forbiddenCharacter)
  }

  checkEntities(raw: string, offset: number): ImportRefusal | null {
    for (let at = raw.indexOf('&'); at >= 0; at = raw.indexOf('&', at + 1)) {
      entityAt.lastIndex = at
      if (!entityAt.test(raw)) {
        return this.refuse(
          'import.unsafe',
          `The file uses an entity that XML does not know ("${shown(raw.slice(at, at + 20))}").`,
          offset + at,
        )
      }
    }
    return null
  }

  nameFrom(start: number): string {
    nameAt.lastIndex = start
    return nameAt.exec(this.xml)?.[0] ?? ''
  }

  skipSpace(from: number): number {
    let at = from
    while (isSpace(this.xml.charCodeAt(at))) at += 1
    return at
  }

  indexOr(text: string, from: number, otherwise: number): number {
    const found = this.xml.indexOf(text, from)
    return found < 0 ? otherwise : found
  }

  /** Offsets only grow, so that counting lines costs one pass in all. */
  lineAt(offset: number): number {
    while (this.nextBreak < offset) {
      if (this.nextBreak >= 0) this.line += 1
      this.nextBreak = this.indexOr('\n', this.nextBreak + 1, Number.POSITIVE_INFINITY)
    }
    return this.line
  }

  refuse(code: ImportRefusal['code'], message: string, offset: number): ImportRefusal {
    return { code, message, line: this.lineAt(offset) }
  }
}

/** A name as it is quoted in a message. */
export function shown(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9
}
