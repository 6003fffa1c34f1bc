import type { NewsLine } from './answers.ts'
import type { NewsKind } from './news.ts'

/** Why to look, in one sentence that names who and repeats nothing of what was said. */
export function sayNews({ kind, by, outcome }: Pick<NewsLine, 'kind' | 'by' | 'outcome'>): string {
  return sentences[kind](nameOf(by), outcome)
}

function nameOf({ person, organisation }: NewsLine['by']): string {
  if (person && organisation) return `${person} (${organisation})`
  return person || organisation || 'Somebody'
}

const sentences: Record<NewsKind, (who: string, outcome: NewsLine['outcome']) => string> = {
  mentioned: (who) => `${who} mentions you`,
  replied: (who) => `${who} replied in your thread`,
  asked: (who) => `${who} asks you to fill in touchpoints`,
  answered: (who, outcome) =>
    outcome === 'no' ? `${who} declined your request` : `${who} filled in what you asked for`,
  reminded: (who) => `${who} reminds you of a request`,
  roundOpened: (who) => `${who} asks for your scores in a blind round`,
  roundRevealed: () => 'The scores of a blind round are open now',
  proposed: (who) => `${who} proposes something and waits for your answer`,
  decided: (_, outcome) =>
    outcome === null
      ? 'Your proposal has an answer'
      : `Your proposal was ${outcome === 'yes' ? 'accepted' : 'declined'}`,
  shared: (who) => `${who} shared something with you by name`,
  agreementChanged: () => 'A working agreement does not stand any more as you confirmed it',
  joins: (who) => `${who} joins a map you are on`,
}
