// The insurance story a visitor can mend: a handoff that both companies believe to be fine and the customer does not.
import type { HalfState } from '../seam/seamShapes.ts'

export type StorySide = 'fernhill' | 'oakes'

export interface StoryTerms {
  /** Days after Tuesday by which the decision is at Oakes & Vale. */
  withinDays: number
  phones: 'nobody' | StorySide
}

export interface Story {
  /** Whom the visitor plays. */
  side: StorySide
  terms: StoryTerms
  halves: Record<StorySide, HalfState>
  /** Each side's private score of the handoff, 0 to 10. */
  scores: Record<StorySide, number>
}

export type StoryMove =
  | { type: 'be'; side: StorySide }
  | { type: 'change'; terms: Partial<StoryTerms> }
  | { type: 'confirm' }
  | { type: 'score'; score: number }

export const days = ['Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday'] as const

export const names: Record<StorySide, string> = { fernhill: 'Fernhill', oakes: 'Oakes & Vale' }

export const beginning: Story = {
  side: 'oakes',
  terms: { withinDays: 1, phones: 'nobody' },
  halves: { fernhill: 'cracked', oakes: 'cracked' },
  scores: { fernhill: 8, oakes: 3 },
}

/** The story after one move, by the product's own rules: a side confirms for itself, a changed term reopens both. */
export function advance(story: Story, move: StoryMove): Story {
  switch (move.type) {
    case 'be':
      return { ...story, side: move.side }
    case 'change':
      return { ...story, terms: { ...story.terms, ...move.terms }, halves: reopened(story.halves) }
    case 'confirm':
      return { ...story, halves: { ...story.halves, [story.side]: 'filled' } }
    case 'score':
      return { ...story, scores: { ...story.scores, [story.side]: move.score } }
  }
}

export function isAgreed({ halves }: Story): boolean {
  return halves.fernhill === 'filled' && halves.oakes === 'filled'
}

/** Whether the customer is better off: agreeing on a time alone does not make anybody pick up the phone. */
export function isMended(story: Story): boolean {
  return isAgreed(story) && story.terms.phones !== 'nobody'
}

/** The day, counted from Tuesday, on which the broker reads the decision. */
export function brokerDay(story: Story): number {
  return isAgreed(story) ? story.terms.withinDays : 6
}

/** The day, counted from Tuesday, on which the bakery hears. */
export function bakeryDay(story: Story): number {
  return isMended(story) ? story.terms.withinDays : 6
}

/** What each company says about this handoff, as it stands. */
export function statements(story: Story): Record<StorySide | 'bakery', string> {
  if (!isAgreed(story)) return { fernhill: 'We take 1 day.', oakes: 'We wait 6.', bakery: 'Nobody told us.' }
  if (!isMended(story)) return { fernhill: 'We are on time.', oakes: 'So are we.', bakery: 'Nobody told us.' }
  const caller = 'We make the call.'
  const other = 'We know who calls.'
  return story.terms.phones === 'oakes'
    ? { fernhill: other, oakes: caller, bakery: 'They phoned us.' }
    : { fernhill: caller, oakes: other, bakery: 'They phoned us.' }
}

export function otherSide(side: StorySide): StorySide {
  return side === 'fernhill' ? 'oakes' : 'fernhill'
}

function reopened(halves: Story['halves']): Story['halves'] {
  const reopen = (state: HalfState): HalfState => (state === 'hollow' ? 'hollow' : 'cracked')
  return { fernhill: reopen(halves.fernhill), oakes: reopen(halves.oakes) }
}
