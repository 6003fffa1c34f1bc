// What a map document says and its copy does not: told before anything is written.
import type { ImportNote } from './importedMap.ts'
import type { MapDocument } from './mapDocument.ts'

/** @param organisationId whoever imports: what others named behind a card is not theirs to take over */
export function notesOfLeftOut(file: MapDocument, organisationId: string): ImportNote[] {
  const parties = new Set(file.party.map(({ id }) => id))
  const names = new Map(file.touchpoint.map(({ id, name }) => [id, name]))
  const targets = new Set([...names.keys(), ...file.link.map(({ id }) => id)])
  const isMissing = (partyId: string | null) => partyId !== null && !parties.has(partyId)
  const owners = file.ownership.filter(({ partyId }) => isMissing(partyId))
  const ownersLeftOut = new Set(owners.map(({ id }) => id))
  const named = file.touchpoint.filter(({ initiatorPartyId }) => isMissing(initiatorPartyId)).length
  const blamed = file.mark.filter(
    (row) =>
      row.organisationId === organisationId && [row.feltByPartyId, row.causedByPartyId].some(isMissing),
  ).length
  const others = file.responsibility.filter((row) => row.organisationId !== organisationId).length
  const lost = file.responsibility.filter(
    (row) => row.organisationId === organisationId && ownersLeftOut.has(row.ownershipId),
  ).length
  const declined = file.side.filter(({ state }) => state === 'declined').length
  const loose = [...file.perspective, ...file.mark, ...file.attributedNote].filter(
    ({ targetId }) => !targets.has(targetId),
  ).length
  return [
    note(owners.length, ['owner', 'owners'], `${listCards(owners, names)}: ${noParty}`),
    note(
      named + blamed,
      ['answer to who begins, feels or causes something', 'answers to who begins, feels or causes something'],
      `: ${noParty}`,
    ),
    note(others, whoAnswers, ': only their own organisation names them'),
    note(lost, whoAnswers, ': the owner is left out as well'),
    note(
      declined,
      ['name for a card shared with another lane', 'names for cards shared with other lanes'],
      ': it was declined there',
    ),
    note(
      loose,
      ['view, mark or note', 'views, marks or notes'],
      ': nothing on the map goes with what was said',
    ),
  ].flat()
}

const noParty = 'the file holds no party that has no lane on the map'
const whoAnswers = ['department or person behind a card', 'departments or people behind cards'] as const

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
