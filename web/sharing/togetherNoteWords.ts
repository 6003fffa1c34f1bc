// What was asked in rounds and requests before an import, in words; of a file's own making, so read with care.
import { z } from 'zod'
import { measures } from '../../shared/model/round.ts'
import type { AttributedNote } from '../../shared/model/rows.ts'
import { sayMoment } from '../accounts/moments.ts'
import { ballotNames, listNames, measureNames, sayApart, sayDay } from '../rounds/roundWords.ts'

type Content = AttributedNote['content']
type Said = { name: string; text: string }[]
interface SaidTogether {
  heading: string
  /** Null where it cannot be read as what it says it is. */
  said: Said | null
}

const roundAsked = z.object({
  name: z.string(),
  state: z.enum(['open', 'revealed', 'cancelled']),
  dueOn: z.iso.date().nullable(),
  measures: z.array(z.enum(measures)),
  people: z.array(z.object({ by: z.string(), state: z.enum(['expected', 'voting', 'done']) })),
  awaited: z.array(z.string()),
  asked: z.array(z.string()),
  cards: z.array(z.string()),
})

const roundAnswered = z.object({
  name: z.string(),
  answers: z.array(
    z.object({ measure: z.enum(measures), score: z.number().nullable(), reason: z.string(), by: z.string() }),
  ),
})

const states = { open: 'not revealed', revealed: 'revealed', cancelled: 'called off' }

/** A blind round as a whole, or on one card what everybody answered in it, and how far apart they were. */
export function sayRound(who: string, content: Content): SaidTogether {
  const answered = roundAnswered.safeParse(content)
  if (answered.success)
    return {
      heading: `Answered in a blind round of ${who}, before the import: “${answered.data.name}”`,
      said: measures.flatMap((measure) =>
        sayAnswers(
          measureNames[measure],
          answered.data.answers.filter((answer) => answer.measure === measure),
        ),
      ),
    }
  const asked = roundAsked.safeParse(content)
  const heading = `${who} asked in a blind round, before the import:`
  if (!asked.success) return { heading, said: null }
  const { name, state, dueOn, people, awaited, cards, ...round } = asked.data
  return {
    heading,
    said: [
      { name: 'Round', text: `“${name}”, ${states[state]}` },
      ...named('What', listNames(round.measures.map((measure) => measureNames[measure]))),
      ...named('Cards', listNames(cards)),
      ...named('Whom', listNames(round.asked)),
      ...named('Who took part', people.map((one) => `${one.by} (${ballotNames[one.state]})`).join(', ')),
      ...named('Not begun', awaited.join(', ')),
      ...named('Until', dueOn ? sayDay(dueOn) : ''),
    ],
  }
}

function sayAnswers(name: string, all: z.infer<typeof roundAnswered>['answers']): Said {
  const answers = all.filter(({ score }) => score !== null).sort((left, right) => left.score! - right.score!)
  const scores = answers.map(({ score }) => score!)
  const apart = scores.length > 1 ? `; ${sayApart(scores.at(-1)! - scores[0]!)}` : ''
  const text = answers.map(
    ({ score, by, reason }) => `${score} (${[by, reason && `“${reason}”`].filter(Boolean).join(': ')})`,
  )
  return named(name, text.length > 0 ? `${text.join(', ')}${apart}` : '')
}

const requestSaid = z.object({
  by: z.string(),
  asked: z.string(),
  about: z.array(z.string()),
  text: z.string(),
  dueOn: z.iso.date().nullable(),
  state: z.enum(['open', 'done', 'declined', 'withdrawn']),
  answer: z.string(),
  askedAt: z.iso.datetime(),
  settledAt: z.iso.datetime().nullable(),
})

const outcomes = { open: 'not answered yet', done: 'done', declined: 'declined', withdrawn: 'withdrawn' }

/** Who asked whom to describe what, and what became of it. */
export function sayRequest(who: string, content: Content): SaidTogether {
  const request = requestSaid.safeParse(content)
  if (!request.success) return { heading: `${who} asked for something, before the import:`, said: null }
  const { by, asked, about, text, dueOn, state, answer, askedAt, settledAt } = request.data
  const when = settledAt ? `, ${sayMoment(settledAt)}` : ''
  return {
    heading: `${by} asked ${asked || 'another company'} ${sayMoment(askedAt)}, before the import:`,
    said: [
      ...named('To describe', listNames(about)),
      ...named('In their words', text && `“${text}”`),
      ...named('Until', dueOn ? sayDay(dueOn) : ''),
      { name: 'What became of it', text: `${outcomes[state]}${when}` },
      ...named('Answer', answer && `“${answer}”`),
    ],
  }
}

function named(name: string, text: string): Said {
  return text ? [{ name, text }] : []
}
