import type { SharedObject } from '../../shared/analysis/sharedOutside.ts'

/** What one shares by choice, in the order in which one would want to take it back. */
export const sharedKinds: readonly { kind: SharedObject['kind']; title: string; text: string }[] = [
  {
    kind: 'perspective',
    title: 'Our views',
    text: 'Scores, waiting times and words that you chose to share.',
  },
  {
    kind: 'mark',
    title: 'Our marks',
    text: 'Pains, delights and moments of truth you put on cards and handoffs.',
  },
  {
    kind: 'responsibility',
    title: 'Who answers for what',
    text: 'Departments, regions and people of yours behind a card.',
  },
  {
    kind: 'comment',
    title: 'Our comments',
    text: 'What people of ours wrote on cards and handoffs for others to read. A reply goes with its thread.',
  },
  {
    kind: 'attributedNote',
    title: 'Notes from imported files',
    text: 'What others said in a file that we brought in.',
  },
  {
    kind: 'contributionRequest',
    title: 'What we asked for and answered',
    text: 'Requests to describe cards, seen by whom we asked, and our answers to those of others.',
  },
  {
    kind: 'vote',
    title: 'Our answers in blind rounds',
    text: 'Revealed to the organisations of the round. What was revealed cannot be taken back.',
  },
  {
    kind: 'confirmation',
    title: 'Our answers to handoffs',
    text: 'The other side needs to see these. You withdraw one on the handoff itself.',
  },
]
