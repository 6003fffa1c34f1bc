import type { SharedObject } from '../../shared/analysis/sharedOutside.ts'

const nouns: Partial<Record<SharedObject['kind'], [one: string, several: string]>> = {
  touchpoint: ['card', 'cards'],
  perspective: ['view', 'views'],
  mark: ['mark', 'marks'],
  confirmation: ['answer to a handoff', 'answers to handoffs'],
  responsibility: ['person in charge', 'people in charge'],
  comment: ['comment', 'comments'],
  attributedNote: ['imported note', 'imported notes'],
  contributionRequest: ['request', 'requests'],
  ownership: ['part in a card', 'parts in cards'],
  side: ['name of ours for it', 'names of ours for it'],
  move: ['proposed move', 'proposed moves'],
  sticky: ['sticky', 'stickies'],
  session: ['session', 'sessions'],
  round: ['blind round', 'blind rounds'],
  vote: ['answer in a blind round', 'answers in blind rounds'],
}

/** How much of each kind one would name, e.g. "6 cards, 2 views and 1 mark": lanes and links come with their cards. */
export function countShared(objects: readonly Pick<SharedObject, 'kind'>[]): string {
  const parts = Object.entries(nouns).flatMap(([kind, [one, several]]) => {
    const count = objects.filter((object) => object.kind === kind).length
    return count === 0 ? [] : [`${count} ${count === 1 ? one : several}`]
  })
  const last = parts.pop()
  if (last === undefined) return 'nothing'
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`
}
