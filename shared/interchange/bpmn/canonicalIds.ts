// Ids as parsers accept them: legal, and each once.

const legalId = /^[A-Za-z_][\w.-]{0,200}$/

/** The same for an id and for every reference to it; QName prefixes of references stay for the reader to resolve. */
export function canonicalReference(raw: string): string {
  const value = raw.replace('<![CDATA[', '').replace(']]>', '').trim()
  if (value === '' || legalId.test(value)) return value
  const local = value.slice(value.lastIndexOf(':') + 1)
  const encoded = encodeURIComponent(toWellFormed(local.slice(0, 300))).replace(/[^\w.-]/g, '_')
  return legalId.test(local) ? local : `_${encoded.slice(0, 150)}_${hash(local)}`
}

export class UniqueIds {
  readonly lines = new Map<string, number>()
  readonly repeated: string[] = []
  private readonly taken = new Set<string>()

  /** References keep meaning the first element of an id; a later one gets an id of its own. */
  take(raw: string, line: number, isOfModel: boolean): string {
    const id = canonicalReference(raw) || '_'
    if (!this.taken.has(id)) {
      this.taken.add(id)
      this.lines.set(id, line)
      return id
    }
    if (isOfModel) this.repeated.push(raw)
    const own = `${id}.${this.taken.size}`
    this.taken.add(own)
    this.lines.set(own, line)
    return own
  }
}

/** Keeps two illegal ids apart whose legal letters are the same. */
function hash(text: string): string {
  let value = 0
  for (let at = 0; at < text.length; at += 1) value = (Math.imul(value, 31) + text.charCodeAt(at)) | 0
  return (value >>> 0).toString(36)
}

function toWellFormed(text: string): string {
  return text.replace(/[\uD800-\uDFFF]/gu, '_')
}
