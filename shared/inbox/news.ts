/** Why a person should look at something. */
export const newsKinds = [
  'mentioned',
  'replied',
  'asked',
  'answered',
  'reminded',
  'due',
  'roundOpened',
  'roundRevealed',
  'proposed',
  'decided',
  'shared',
  'withdrawn',
  'agreementChanged',
  'joins',
  'changed',
  'handoverOffered',
  'handoverDecided',
  'rights',
] as const
export type NewsKind = (typeof newsKinds)[number]

/** How often a letter sums up what is new. */
export const digests = ['daily', 'weekly', 'never'] as const
export type Digest = (typeof digests)[number]

/** What asks for an answer is news only while its row waits for one. */
export const awaitedStates: Partial<Record<NewsKind, string>> = {
  proposed: 'proposed',
  asked: 'open',
  reminded: 'open',
  due: 'open',
  roundOpened: 'open',
  handoverOffered: 'offered',
}
