// What an organisation leaves behind with its place on a map. All of it consequences: who leaves may not write a row out of
// its own sight, and who ends another's part does not see what was shared with it.
import { organisationKey } from '../audience/audience.ts'
import type { AnyRow, Participant, Party, RowKind, RowOf } from '../model/rows.ts'
import { leaveRounds } from '../rounds/leaveRounds.ts'
import type { Draft } from './draft.ts'
import { withdrawOffers } from './handingOver.ts'
import type { RowChange } from './reader.ts'

/** Adds to the draft what follows, on the server alone, from a place that was left or a party that was given back. */
export function followLeaving(change: RowChange, draft: Draft): void {
  if (change.kind === 'party') hideFromFormerKeepers(change, draft)
  if (change.kind !== 'participant' || change.after.state !== 'left' || change.before?.state === 'left')
    return
  withdrawFromLeaver(change.after, draft)
  const places = draft.list('participant', 'organisationId', change.after.organisationId)
  if (places.some(({ state }) => state !== 'left')) return
  giveBackParties(change.after, draft)
  withdrawOffers(change.after.organisationId, draft)
}

const sharedByName = ['perspective', 'mark', 'responsibility', 'comment', 'contributionRequest'] as const
type SharedByName = (typeof sharedByName)[number]

/** What was removed while somebody left, and comes back, is not theirs again. */
export function withdrawFromThoseWhoLeft(change: RowChange, draft: Draft): void {
  if (!isSharedByName(change) || change.after.deleted || !change.before?.deleted) return
  const { mapId, organisationId: owner } = change.after
  const places = draft.list('participant', 'mapId', mapId)
  const staying = new Set(
    places.filter(({ state }) => state !== 'left').map(({ organisationId }) => organisationId),
  )
  for (const { organisationId } of places) {
    const row = draft.get(change.kind, change.id)
    if (row && organisationId !== owner && !staying.has(organisationId))
      withdraw(change.kind, row, organisationId, draft)
  }
}

function isSharedByName(change: RowChange): change is RowChange<SharedByName> {
  return sharedByName.some((kind) => kind === change.kind)
}

/**
 * What others shared by name with an organisation goes with its place on the map, also where it hangs on nothing any more;
 * coming back does not bring it back.
 */
function withdrawFromLeaver({ mapId, organisationId }: Participant, draft: Draft): void {
  for (const kind of sharedByName) {
    for (const row of draft.list(kind, 'mapId', mapId)) withdraw(kind, row, organisationId, draft)
  }
  leaveRounds(mapId, organisationId, draft)
}

function withdraw<K extends RowKind>(
  kind: K,
  row: RowOf<K> & { organisationId: string },
  leaver: string,
  draft: Draft,
): void {
  if (row.organisationId === leaver) return
  draft.put(kind, { ...row, audience: without(row, leaver) }, true)
}

/** Nobody holds what it held, and the convener keeps what it kept. */
function giveBackParties({ organisationId, ecosystemId }: Participant, draft: Draft): void {
  const convener = draft.get('ecosystem', ecosystemId)?.convenerOrganisationId
  if (!convener || convener === organisationId) return
  const kept = draft.list('party', 'stewardOrganisationId', organisationId)
  const held = draft.list('party', 'heldByOrganisationId', organisationId)
  const parties = new Map([...kept, ...held].map((party) => [party.id, party]))
  for (const party of parties.values()) {
    const isHeld = party.heldByOrganisationId === organisationId
    const isKept = party.stewardOrganisationId === organisationId
    if (party.deleted || (!isHeld && !isKept)) continue
    const audience = new Set([...without(party, organisationId), organisationKey(convener)])
    const given: Party = {
      ...party,
      ...(isHeld && { heldByOrganisationId: null }),
      ...(isKept && { stewardOrganisationId: convener }),
      audience: [...audience],
    }
    draft.put('party', given, true)
  }
}

/** Whoever held or kept a party need not learn who does next, unless it takes part where the party has lanes. */
function hideFromFormerKeepers({ before, after }: RowChange<'party'>, draft: Draft): void {
  if (!before || after.deleted) return
  const convener = draft.get('ecosystem', after.ecosystemId)?.convenerOrganisationId
  for (const former of [before.heldByOrganisationId, before.stewardOrganisationId]) {
    const party = draft.get('party', after.id) ?? after
    const entitled = [party.heldByOrganisationId, party.stewardOrganisationId, convener]
    if (former && !entitled.includes(former))
      draft.put('party', { ...party, audience: without(party, former) }, true)
  }
}

function without({ audience }: AnyRow, organisationId: string): string[] {
  const key = organisationKey(organisationId)
  const others = audience.filter((other) => other !== key)
  // Never nobody: what only the leaver may see is its own.
  return others.length > 0 ? others : audience
}
