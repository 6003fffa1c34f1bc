// One pass over a stranger's XML before any library sees it: the work is bounded by the file's length and by these limits.
import type { ImportRefusal } from './importedMap.ts'
import { readTag, type XmlAttribute } from './xmlTag.ts'
import { shown, XmlText } from './xmlText.ts'

export interface XmlLimits {
  /** Length of the text in UTF-16 units. */
  length: number
  depth: number
  elements: number
  attributesPerElement: number
}

/** Far above the largest real exports we know (0.3 MB, depth 12), far below what could hurt. */
export const xmlLimits: XmlLimits = {
  length: 10_000_000,
  depth: 200,
  elements: 200_000,
  attributesPerElement: 200,
}

/** Raw text likewise; `isCdata` when it stood in a CDATA section. A refusal returned by `open` ends the scan. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttribute[], line: number): ImportRefusal | undefined
  close(name: string): void
  text(raw: string, isCdata: boolean): void
}

/**
 * Scans XML and reports its elements. Refuses what is not well formed, what declares a document type or own entities
 * and what passes a limit; never throws.
 */
export function scanXml(
  xml: string,
  handler: XmlHandler,
  limits: XmlLimits = xmlLimits,
): ImportRefusal | null {
  if (xml.length > limits.length) return tooLarge(limits.length, (at) => xml.charCodeAt(at))
  return new Scan(xml, handler, limits).run()
}

/**
 * @param limit in characters, or in bytes
 * @param codeAt what stands at a place before that, to find the line that reaches it
 */
export function tooLarge(limit: number, codeAt: (at: number) => number | undefined): ImportRefusal {
  let line = 1
  for (let at = 0; at < limit; at += 1) if (codeAt(at) === lineEnd) line += 1
  return {
    code: 'import.tooLarge',
    message: `Up to here the file has ${sayMegabytes(limit)}, and it goes on. That is more than one map can hold: export a smaller part of it.`,
    line,
  }
}

/** As people are told of a limit. */
export function sayMegabytes(bytes: number): string {
  return `${Math.floor(bytes / 1_000_000)} MB`
}

const lineEnd = 0x0a

class Scan {
  private at = 0
  private elements = 0
  private hasRoot = false
  private readonly open: { name: string; line: number }[] = []

  private readonly text: XmlText

  constructor(
    private readonly xml: string,
    private readonly handler: XmlHandler,
    private readonly limits: XmlLimits,
  ) {
    this.text = new XmlText(xml)
  }

  run(): ImportRefusal | null {
    const start = this.text.skipSpace(this.xml.startsWith('\uFEFF') ? 1 : 0)
    if (start === this.xml.length) return { code: 'import.empty', message: 'The file is empty.' }
    if (this.xml[start] !== '<') return this.text.refuse('import.notXml', 'This is not an XML file.', start)
    const forbidden = this.text.forbiddenAt()
    if (forbidden >= 0) {
      return this.text.refuse(
        'import.malformed',
        'The file holds a character that XML does not allow.',
        forbidden,
      )
    }
    this.at = start
    while (this.at < this.xml.length) {
      const refusal = this.xml[this.at] === '<' ? this.markup() : this.characters()
      if (refusal) return refusal
    }
    return this.end()
  }

  private end(): ImportRefusal | null {
    const unclosed = this.open.at(-1)
    if (unclosed) {
      return this.text.refuse(
        'import.malformed',
        `The file ends before <${shown(unclosed.name)}> of line ${unclosed.line} is closed.`,
        this.xml.length,
      )
    }
    return this.hasRoot ? null : this.text.refuse('import.notXml', 'The file holds no XML element.', 0)
  }

  private characters(): ImportRefusal | null {
    const end = this.text.indexOr('<', this.at, this.xml.length)
    const raw = this.xml.slice(this.at, end)
    if (this.open.length === 0 && raw.trim() !== '') {
      return this.text.refuse('import.malformed', 'There is text outside of the XML element.', this.at)
    }
    const refusal = this.text.checkEntities(raw, this.at)
    if (refusal) return refusal
    if (this.open.length > 0) this.handler.text(raw, false)
    this.at = end
    return null
  }

  private markup(): ImportRefusal | null {
    const next = this.xml[this.at + 1]
    if (next === '/') return this.closeTag()
    if (next === '?') return this.skipTo('?>', 'processing instruction')
    if (next !== '!') return this.openTag()
    if (this.xml.startsWith('<!--', this.at)) return this.skipTo('-->', 'comment')
    if (this.xml.startsWith('<![CDATA[', this.at)) return this.cdata()
    return this.text.refuse(
      'import.unsafe',
      'The file declares a document type (<!DOCTYPE>) or entities, which we do not open for safety. Export it again without.',
      this.at,
    )
  }

  private skipTo(end: string, what: string): ImportRefusal | null {
    const found = this.xml.indexOf(end, this.at + 2)
    if (found < 0) return this.text.refuse('import.malformed', `A ${what} is never closed.`, this.at)
    this.at = found + end.length
    return null
  }

  private cdata(): ImportRefusal | null {
    const start = this.at
    const refusal = this.skipTo(']]>', 'CDATA section')
    if (refusal) return refusal
    if (this.open.length === 0)
      return this.text.refuse('import.malformed', 'There is text outside of the XML element.', start)
    this.handler.text(this.xml.slice(start + 9, this.at - 3), true)
    return null
  }

  private closeTag(): ImportRefusal | null {
    const start = this.at
    const name = this.text.nameFrom(start + 2)
    const end = this.text.skipSpace(start + 2 + name.length)
    const opened = this.open.pop()
    if (!opened) return this.text.refuse('import.malformed', `</${shown(name)}> closes nothing.`, start)
    if (opened.name !== name) {
      return this.text.refuse(
        'import.malformed',
        `</${shown(name)}> stands where <${shown(opened.name)}> of line ${opened.line} should be closed.`,
        start,
      )
    }
    if (this.xml[end] !== '>')
      return this.text.refuse('import.malformed', `</${shown(name)}> is not finished.`, start)
    this.handler.close(name)
    this.at = end + 1
    return null
  }

  private openTag(): ImportRefusal | null {
    const start = this.at
    const name = this.text.nameFrom(start + 1)
    if (name === '') return this.text.refuse('import.malformed', 'A "<" is not followed by a name.', start)
    if (this.open.length === 0 && this.hasRoot) {
      return this.text.refuse('import.malformed', `<${shown(name)}> begins a second document.`, start)
    }
    const line = this.text.lineAt(start)
    const tag = readTag(this.text, start, name, this.limits.attributesPerElement)
    if ('code' in tag) return tag
    this.at = tag.end
    return this.opened(name, tag.attributes, line, tag.isEmpty)
  }

  private opened(
    name: string,
    attributes: XmlAttribute[],
    line: number,
    isEmpty: boolean,
  ): ImportRefusal | null {
    this.hasRoot = true
    this.elements += 1
    if (this.elements > this.limits.elements) {
      return {
        code: 'import.tooManyElements',
        message: `The file has more than ${this.limits.elements} elements.`,
        line,
      }
    }
    if (this.open.length >= this.limits.depth) {
      return {
        code: 'import.tooDeep',
        message: `Elements are nested more than ${this.limits.depth} deep.`,
        line,
      }
    }
    const refusal = this.handler.open(name, attributes, line)
    if (refusal) return refusal
    if (isEmpty) this.handler.close(name)
    else this.open.push({ name, line })
    return null
  }
}
