// What a map document says and its copy does not: told before anything is written.
import { attachedTo } from './attributedNotes.ts'
import type { ImportNote } from './importedMap.ts'
import type { MapDocument } from './mapDocument.ts'
import { sortOpenMoves } from './openMoves.ts'

/**
 * @param whole the file as it came
 * @param file what of it the copy begins from: without what was declined
 * @param organisationId whoever imports
 * @param isHeld whether a party of the file is one that whoever imports holds in this ecosystem
 */
export function notesOfLeftOut(
  whole: MapDocument,
  file: MapDocument,
  organisationId: string,
  isHeld: (partyId: string) => boolean,
): ImportNote[] {
  const parties = new Set(file.party.map(({ id }) => id))
  const names = new Map(file.touchpoint.map(({ id, name }) => [id, name]))
  const isMissing = (partyId: string | null) => partyId !== null && !parties.has(partyId)
  const isOwn = (row: { organisationId: string }) => row.organisationId === organisationId
  const owners = file.ownership.filter(({ partyId }) => isMissing(partyId))
  const kept = new Set(file.ownership.filter((row) => !owners.includes(row)).map(({ id }) => id))
  const named = file.touchpoint.filter(({ initiatorPartyId }) => isMissing(initiatorPartyId)).length
  const blamed = file.mark.filter(
    (row) => isOwn(row) && [row.feltByPartyId, row.causedByPartyId].some(isMissing),
  ).length
  const lost = file.responsibility.filter((row) => isOwn(row) && !kept.has(row.ownershipId)).length
  const moves = sortOpenMoves(file)
  const isAttached = attachedTo(file)
  const loose = [
    ...[...file.perspective, ...file.mark, ...file.attributedNote, ...file.comment, ...file.confirmation],
    ...file.responsibility.filter((row) => !isOwn(row)),
  ].filter((row) => !isAttached(row)).length
  return [
    notesOfDeclined(whole, file),
    note(owners.length, ['owner', 'owners'], `${listCards(owners, names)}: ${noParty}`),
    note(
      named + blamed,
      ['answer to who begins, feels or causes something', 'answers to who begins, feels or causes something'],
      `: ${noParty}`,
    ),
    note(
      lost,
      ['department or person behind a card', 'departments or people behind cards'],
      ': the owner is left out as well',
    ),
    note(moves.ofProposedCards.length, proposedMoves, ': the card is itself only proposed'),
    note(moves.withoutPlace.length, proposedMoves, ': the card stands there already, or the place is gone'),
    note(
      countReviews(file, isHeld),
      ['review of a card', 'reviews of cards'],
      ': who holds a lane reviews its cards anew',
    ),
    note(
      loose,
      ['view, mark, note or comment', 'views, marks, notes or comments'],
      ': nothing on the map goes with what was said',
    ),
    whole.map.parentTouchpointId === null ? [] : [{ level: 'skipped' as const, message: noParent }],
  ].flat()
}

function notesOfDeclined(whole: MapDocument, file: MapDocument): ImportNote[] {
  const said = {
    touchpoint: ['card', 'cards'],
    link: ['link', 'links'],
    ownership: ['part in a card', 'parts in cards'],
    side: ['name for a card shared with another lane', 'names for cards shared with other lanes'],
    move: proposedMoves,
  } as const
  const kinds = Object.keys(said) as (keyof typeof said)[]
  const countDeclined = (kind: keyof typeof said) =>
    whole[kind].filter(({ state }) => state === 'declined').length
  const hung = kinds.reduce(
    (sum, kind) => sum + whole[kind].length - file[kind].length - countDeclined(kind),
    0,
  )
  return [
    ...kinds.flatMap((kind) => note(countDeclined(kind), said[kind], ': declined there')),
    ...note(
      hung,
      ['link, owner, name or move of a card', 'links, owners, names or moves of cards'],
      ': the card was declined there',
    ),
  ]
}

/** A yes to what others described is given by whoever holds the lane, never by a copy; one's own comes back. */
function countReviews({ lane, touchpoint }: MapDocument, isHeld: (partyId: string) => boolean): number {
  const own = new Set(lane.filter(({ partyId }) => isHeld(partyId)).map(({ id }) => id))
  return touchpoint.filter(({ laneId, review }) => review !== 'described' && !own.has(laneId)).length
}

const proposedMoves = ['proposed move', 'proposed moves'] as const
const noParty = 'the file holds no party that has no lane on the map'
const noParent = 'That the map details a card of another map is left out: the file holds one map.'

function note(count: number, [one, several]: readonly [string, string], why: string): ImportNote[] {
  if (count === 0) return []
  const message = count === 1 ? `1 ${one} is left out${why}.` : `${count} ${several} are left out${why}.`
  return [{ level: 'skipped', message }]
}

function listCards(owners: readonly { touchpointId: string }[], names: ReadonlyMap<string, string>): string {
  const cards = [...new Set(owners.map(({ touchpointId }) => names.get(touchpointId) ?? ''))].filter(Boolean)
  if (cards.length === 0) return ''
  const more = cards.length - mostNamed
  const listed = cards.slice(0, mostNamed).map((name) => `“${name}”`)
  return ` of ${listed.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

const mostNamed = 3
