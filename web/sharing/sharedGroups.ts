import type { SharedObject } from '../../shared/analysis/sharedOutside.ts'

export interface SharedGroup {
  title: string
  text: string
  has(object: SharedObject): boolean
  /** One of them, several of them. */
  nouns: readonly [one: string, several: string]
}

const ofKinds =
  (...kinds: SharedObject['kind'][]) =>
  ({ kind }: SharedObject) =>
    kinds.includes(kind)

/** What others see because it stands where they are: part of a map, a session, a round or the ecosystem. */
export const sharedGroups: readonly SharedGroup[] = [
  {
    title: 'Cards of our lanes',
    text: 'They are the map, so everybody who takes part in it sees them. Keep to your view what is not for others.',
    has: ({ kind, why }) => kind === 'touchpoint' && why === 'held',
    nouns: ['card', 'cards'],
  },
  {
    title: 'Our cards in other lanes',
    text: 'Cards that we wrote, keep or deliver with others, in lanes we do not hold.',
    has: ({ kind, why }) => kind === 'touchpoint' && why !== 'held',
    nouns: ['card', 'cards'],
  },
  {
    title: 'Our part in cards',
    text: 'That we answer for a card, contribute or are kept informed, what we proposed to others, and our name for a card we share.',
    has: ofKinds('ownership', 'side', 'move'),
    nouns: ['part', 'parts'],
  },
  {
    title: 'Our handoffs and links',
    text: 'What passes to and from our cards, and links that we drew.',
    has: ofKinds('link'),
    nouns: ['link', 'links'],
  },
  {
    title: 'Our lanes and stages',
    text: 'The lanes, own stages and shared stages that are ours or that we shape.',
    has: ofKinds('lane', 'stage'),
    nouns: ['lane or stage', 'lanes and stages'],
  },
  {
    title: 'In sessions',
    text: 'Sessions that we ran, and what our people put on their boards.',
    has: ofKinds('session', 'sticky'),
    nouns: ['piece', 'pieces'],
  },
  {
    title: 'In blind rounds',
    text: 'Rounds that we asked, and who of ours takes part. What they answer stays theirs until the reveal.',
    has: ofKinds('round', 'ballot'),
    nouns: ['piece', 'pieces'],
  },
  {
    title: 'Who we are here',
    text: 'The maps on which we take part, what they are for, the parties we answer for, and who organises.',
    has: ofKinds('map', 'participant', 'party', 'ecosystem', 'handover'),
    nouns: ['piece', 'pieces'],
  },
]
