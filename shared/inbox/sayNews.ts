import { sayRightChange } from '../accounts/rightChange.ts'
import type { NewsLine } from './answers.ts'
import { sayChanges } from './mapChanges.ts'
import type { NewsKind } from './news.ts'

/** Why to look, in one sentence that names who and repeats nothing of what was said. */
export function sayNews({
  kind,
  by,
  outcome,
  changes,
  row,
  rights,
}: Pick<NewsLine, 'kind' | 'by' | 'outcome' | 'changes' | 'row' | 'rights'>): string {
  if (changes) return sayChanges(changes)
  if (rights) return sayRightChange(nameOf(by), 'you', rights)
  if (kind === 'due' && row.kind === 'round')
    return `${nameOf(by)} waits for your scores in a blind round: they are due`
  if (kind === 'proposed' && row.kind === 'move')
    return `${nameOf(by)} proposes to move this and waits for your answer`
  return sentences[kind](nameOf(by), outcome)
}

const nobodyNamed = 'Somebody'

function nameOf({ person, organisation }: NewsLine['by']): string {
  if (person && organisation) return `${person} (${organisation})`
  return person || organisation || nobodyNamed
}

const sentences: Record<NewsKind, (who: string, outcome: NewsLine['outcome']) => string> = {
  mentioned: (who) => `${who} mentions you`,
  replied: (who) => `${who} replied in your thread`,
  asked: (who) => `${who} asks you to fill in touchpoints`,
  answered: (who, outcome) =>
    outcome === 'no' ? `${who} declined your request` : `${who} filled in what you asked for`,
  reminded: (who) => `${who} reminds you of a request`,
  due: (who) => `What ${who} asked you to fill in is due`,
  roundOpened: (who) => `${who} asks for your scores in a blind round`,
  roundRevealed: () => 'The scores of a blind round are open now',
  proposed: (who) => `${who} proposes something and waits for your answer`,
  decided: (_, outcome) =>
    outcome === null
      ? 'Your proposal has an answer'
      : `Your proposal was ${outcome === 'yes' ? 'accepted' : 'declined'}`,
  shared: (who) => `${who} shared something with you by name`,
  withdrawn: (who) => `${who} took back what it had shared about this`,
  agreementChanged: () => 'A working agreement does not stand any more as you confirmed it',
  changed: () => 'Something changed on a map you follow',
  handoverOffered: (who) => `${who} asks you to take over organising`,
  handoverDecided: (who, outcome) =>
    outcome === 'no' ? `${who} declined to take over organising` : `${who} organises from now on`,
  rights: (who) => `${who} changed what you may do`,
  // Until it has come nobody knows which organisation accepts: the line is about its lane.
  joins: (who) =>
    who === nobodyNamed
      ? 'An organisation is invited to where you shared views. See what it will see'
      : `${who} has joined where you shared views. See what it sees`,
}
