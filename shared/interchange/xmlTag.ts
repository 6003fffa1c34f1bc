import type { ImportRefusal } from './importedMap.ts'
import { shown, type XmlText } from './xmlText.ts'

/** Raw value: entities undecoded, exactly as between the quotes. */
export interface XmlAttribute {
  name: string
  value: string
}

interface Tag {
  attributes: XmlAttribute[]
  /** `<like this/>`: nothing lies in it and no tag closes it. */
  isEmpty: boolean
  /** Offset behind the tag. */
  end: number
}

/**
 * Reads what follows the name of an opening tag.
 * @param start offset of its `<`
 * @param mostAttributes a tag with more is refused
 */
export function readTag(
  text: XmlText,
  start: number,
  name: string,
  mostAttributes: number,
): Tag | ImportRefusal {
  const attributes: XmlAttribute[] = []
  const seen = new Set<string>()
  let at = start + 1 + name.length
  for (;;) {
    const afterSpace = text.skipSpace(at)
    const character = text.xml[afterSpace]
    if (character === '>') return { attributes, isEmpty: false, end: afterSpace + 1 }
    if (character === '/' && text.xml[afterSpace + 1] === '>')
      return { attributes, isEmpty: true, end: afterSpace + 2 }
    if (afterSpace === at) return text.refuse('import.malformed', `<${shown(name)}> is not finished.`, start)
    const attribute = readAttribute(text, afterSpace, name)
    if ('code' in attribute) return attribute
    if (seen.has(attribute.name)) {
      const message = `<${shown(name)}> has "${shown(attribute.name)}" twice.`
      return text.refuse('import.malformed', message, afterSpace)
    }
    if (attributes.length === mostAttributes)
      return text.refuse('import.tooManyElements', `<${shown(name)}> has too many attributes.`, start)
    seen.add(attribute.name)
    attributes.push(attribute)
    at = attribute.end
  }
}

function readAttribute(
  text: XmlText,
  start: number,
  element: string,
): (XmlAttribute & { end: number }) | ImportRefusal {
  const name = text.nameFrom(start)
  const equals = text.skipSpace(start + name.length)
  const open = text.skipSpace(equals + 1)
  const quote = text.xml[open]
  if (name === '' || text.xml[equals] !== '=' || (quote !== '"' && quote !== "'")) {
    const message = `<${shown(element)}> has an attribute that is not name="value".`
    return text.refuse('import.malformed', message, start)
  }
  const end = text.xml.indexOf(quote, open + 1)
  const value = end < 0 ? '' : text.xml.slice(open + 1, end)
  if (end < 0 || value.includes('<')) {
    const message = `"${shown(name)}" of <${shown(element)}> is not closed.`
    return text.refuse('import.malformed', message, start)
  }
  return text.checkEntities(value, open + 1) ?? { name, value, end: end + 1 }
}
