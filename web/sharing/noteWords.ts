import { type Terms, termsContent } from '../../shared/model/link.ts'
import { responsibilityContent } from '../../shared/model/ownership.ts'
import { perspectiveContent } from '../../shared/model/perspective.ts'
import type { AttributedNote } from '../../shared/model/rows.ts'
import { sayMoment } from '../accounts/moments.ts'
import { sayTerm, termNames } from '../handoffs/termWords.ts'
import { markNames } from '../review/reviewWords.ts'
import { saidInCharge } from './chargeWords.ts'
import { sayRequest, sayRound } from './togetherNoteWords.ts'
import { saidInView } from './viewWords.ts'

interface SaidBefore {
  /** Who said it, in what. */
  heading: string
  said: { name: string; text: string }[]
}

/** A file is a claim by whoever hands it in: what cannot be read as what it says it is stands there as it came. */
export function sayNote({ source, attributedTo, content }: AttributedNote): SaidBefore {
  return sayings[source](attributedTo || 'Another company', content)
}

/** In the order in which they were said, where that is known. */
export function inOrderSaid(notes: readonly AttributedNote[]): AttributedNote[] {
  const momentOf = ({ content }: AttributedNote) =>
    typeof content.writtenAt === 'string' ? content.writtenAt : ''
  return notes.toSorted((left, right) => momentOf(left).localeCompare(momentOf(right)))
}

const sayings: Record<AttributedNote['source'], (who: string, content: Content) => SaidBefore> = {
  perspective: sayView,
  mark: sayMark,
  confirmation: sayAnswer,
  responsibility: sayCharge,
  comment: sayComment,
  round: (who, content) => orAsItCame(sayRound(who, content), content),
  contributionRequest: (who, content) => orAsItCame(sayRequest(who, content), content),
}

function orAsItCame(
  { heading, said }: { heading: string; said: SaidBefore['said'] | null },
  content: Content,
) {
  return { heading, said: said ?? asItCame(content) }
}

function sayView(who: string, content: Content): SaidBefore {
  const view = viewContent.safeParse(content)
  const behalf = content.onBehalfOf === 'customer' ? ', for the customer' : ''
  return {
    heading: `${who} wrote, before the import${behalf}:`,
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

function sayMark(who: string, { kind, statement, feltBy, causedBy }: Content): SaidBefore {
  const name = markNames[kind as keyof typeof markNames] ?? 'Mark'
  return {
    heading: `${who} marked, before the import:`,
    said: [
      { name, text: quoted(statement) || 'without words' },
      ...named('Felt by', feltBy),
      ...named('Caused by', causedBy),
    ],
  }
}

const chargeContent = responsibilityContent.pick({ department: true, region: true, person: true })

function sayCharge(who: string, content: Content): SaidBefore {
  const charge = chargeContent.safeParse(content)
  return {
    heading: `${who} named who answers for it, before the import:`,
    said: charge.success ? saidInCharge(charge.data) : asItCame(content),
  }
}

function sayComment(who: string, content: Content): SaidBefore {
  const { authorName, writtenAt, text, replyTo, about, resolved } = content
  const isMoment = typeof writtenAt === 'string' && !Number.isNaN(Date.parse(writtenAt))
  const speaker = typeof authorName === 'string' && authorName ? `${authorName}, ${who},` : who
  const end = resolved === true ? ' Since resolved.' : ''
  return {
    heading: `${speaker} commented${isMoment ? ` ${sayMoment(writtenAt)}` : ''}, before the import:`,
    said: [
      ...named('About', about),
      {
        name: typeof replyTo === 'string' && replyTo ? `Reply to ${replyTo}` : 'Comment',
        text: `${quoted(text)}${end}`,
      },
    ],
  }
}

/** Not a signature: those stand under the handoff they were given for, never under a copy. */
function sayAnswer(who: string, { state, note, terms }: Content): SaidBefore {
  const answer = state === 'confirmed' ? 'confirmed' : state === 'disputed' ? 'disputed' : 'had answered'
  const said = termsContent.safeParse(terms)
  return {
    heading: `${who} ${answer}, before the import:`,
    said: [
      ...named('In its words', quoted(note)),
      ...(said.success
        ? termFields.flatMap((field) => named(termNames[field], sayTerm(field, said.data)))
        : isContent(terms)
          ? asItCame(terms)
          : []),
    ],
  }
}

const termFields = Object.keys(termNames) as (keyof Terms)[]

function isContent(value: unknown): value is Content {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function named(name: string, text: unknown): SaidBefore['said'] {
  return typeof text === 'string' && text ? [{ name, text }] : []
}

function quoted(text: unknown): string {
  return typeof text === 'string' && text ? `“${text}”` : ''
}

function asItCame(content: Content): SaidBefore['said'] {
  return Object.entries(content)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([name, value]) => ({ name, text: String(value) }))
}
