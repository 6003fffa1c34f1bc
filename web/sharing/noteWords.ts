import { perspectiveContent } from '../../shared/model/perspective.ts'
import type { AttributedNote } from '../../shared/model/rows.ts'
import { termNames } from '../handoffs/termWords.ts'
import { markNames } from '../review/reviewWords.ts'
import { saidInView } from './viewWords.ts'

interface SaidBefore {
  /** Who said it, in what. */
  heading: string
  said: { name: string; text: string }[]
}

/** A file is a claim by whoever hands it in: what cannot be read as what it says it is stands there as it came. */
export function sayNote({ source, attributedTo, content }: AttributedNote): SaidBefore {
  if (source === 'mark') return sayMark(attributedTo, content)
  if (source === 'confirmation') return sayAnswer(attributedTo, content)
  const view = viewContent.safeParse(content)
  const behalf = content.onBehalfOf === 'customer' ? ', for the customer' : ''
  return {
    heading: `${attributedTo} wrote, before the import${behalf}:`,
    said: view.success ? saidInView(view.data) : asItCame(content),
  }
}

const viewContent = perspectiveContent.omit({
  mapId: true,
  targetKind: true,
  targetId: true,
  organisationId: true,
})

type Content = AttributedNote['content']

function sayMark(who: string, { kind, statement }: Content): SaidBefore {
  const name = markNames[kind as keyof typeof markNames] ?? 'Mark'
  return {
    heading: `${who} marked, before the import:`,
    said: [{ name, text: typeof statement === 'string' && statement ? `“${statement}”` : 'without words' }],
  }
}

/** Not a signature: those stand under the handoff they were given for, never under a copy. */
function sayAnswer(who: string, { state, note, terms }: Content): SaidBefore {
  const answer = state === 'confirmed' ? 'confirmed' : state === 'disputed' ? 'disputed' : 'had answered'
  const said = typeof terms === 'object' && terms !== null && !Array.isArray(terms) ? terms : {}
  return {
    heading: `${who} ${answer}, before the import:`,
    said: [
      ...(typeof note === 'string' && note ? [{ name: 'In its words', text: `“${note}”` }] : []),
      ...Object.entries(termNames).flatMap(([field, name]) => {
        const text = said[field]
        return typeof text === 'string' && text ? [{ name, text }] : []
      }),
    ],
  }
}

function asItCame(content: Content): SaidBefore['said'] {
  return Object.entries(content)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([name, value]) => ({ name, text: String(value) }))
}
