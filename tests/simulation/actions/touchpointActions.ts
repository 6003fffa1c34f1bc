import type { Generators, View } from './generator.ts'

export const touchpointGenerators = {
  'touchpoint.add': (view) => {
    const place = placeOf(view)
    if (!place) return null
    const id = view.newId()
    return { type: 'touchpoint.add', id, ...place, rank: view.rank(), name: view.text('touchpoint', id) }
  },
  'touchpoint.change': (view) => {
    const row = view.one('touchpoint')
    if (!row) return null
    const text = () => view.text('touchpoint', row.id)
    const fields = view.chance.pick([
      () => ({ name: text() }),
      () => ({ name: text(), purpose: text() }),
      () => ({ description: text(), segments: [text()] }),
      () => ({ options: [text()], criteria: [text()] }),
      () => ({ documents: [{ name: text(), address: `https://files.example/${text()}` }] }),
      () => ({ layer: view.chance.pick(['strategic', 'commercial', 'operational', null] as const) }),
      () => ({ reasons: [text()], leavers: view.chance.below(500) }),
      () => ({ rank: view.rank() }),
      () => placeOf(view) ?? { rank: view.rank() },
      () => ({ promisedMinutes: view.chance.below(5_000) }),
    ])()
    return { type: 'touchpoint.change', id: row.id, fields }
  },
  'touchpoint.remove': (view) => {
    const row = view.one('touchpoint')
    return row && { type: 'touchpoint.remove', id: row.id }
  },
  'touchpoint.review': (view) => {
    const row = view.one('touchpoint')
    const review = view.chance.pick(['right', 'corrected', 'notOurs', 'described'] as const)
    return row && { type: 'touchpoint.review', id: row.id, review }
  },
  'touchpoint.decide': (view) => {
    const row = view.one('touchpoint', ({ state }) => state === 'proposed')
    return row && { type: 'touchpoint.decide', id: row.id, accept: view.chance.oneIn(2) }
  },
  'side.add': (view) => {
    const [touchpoint, place] = [view.one('touchpoint'), placeOf(view)]
    if (!touchpoint || !place) return null
    const id = view.newId()
    const described = { ...place, rank: view.rank(), name: view.text('side', id) }
    return { type: 'side.add', id, touchpointId: touchpoint.id, ...described }
  },
  'side.change': (view) => {
    const row = view.one('side')
    return row && { type: 'side.change', id: row.id, fields: { name: view.text('side', row.id) } }
  },
  'side.remove': (view) => {
    const row = view.one('side')
    return row && { type: 'side.remove', id: row.id }
  },
  'side.decide': (view) => {
    const row = view.one('side', ({ state }) => state === 'proposed')
    return row && { type: 'side.decide', id: row.id, accept: !view.chance.oneIn(3) }
  },
  'move.propose': (view) => {
    const [touchpoint, place] = [view.one('touchpoint', ({ state }) => state === 'accepted'), placeOf(view)]
    if (!touchpoint || !place) return null
    return {
      type: 'move.propose',
      id: view.newId(),
      touchpointId: touchpoint.id,
      ...(view.chance.oneIn(3) ? { laneId: touchpoint.laneId, stageId: touchpoint.stageId } : place),
      rank: view.rank(),
      customerSees: view.chance.pick([null, true, false]),
    }
  },
  'move.decide': (view) => {
    const row = view.one('move', ({ state }) => state === 'proposed')
    return row && { type: 'move.decide', id: row.id, accept: !view.chance.oneIn(3) }
  },
  'move.remove': (view) => {
    const row = view.one('move')
    return row && { type: 'move.remove', id: row.id }
  },
  'ownership.add': (view) => {
    const [touchpoint, party] = [view.one('touchpoint'), view.one('party')]
    if (!touchpoint || !party) return null
    const accountability = view.chance.pick(['accountable', 'contributes', 'informed'] as const)
    const of = { touchpointId: touchpoint.id, partyId: party.id }
    return { type: 'ownership.add', id: view.newId(), ...of, accountability }
  },
  'ownership.change': (view) => {
    const row = view.one('ownership')
    const accountability = view.chance.pick(['accountable', 'contributes'] as const)
    return row && { type: 'ownership.change', id: row.id, fields: { accountability } }
  },
  'ownership.remove': (view) => {
    const row = view.one('ownership')
    return row && { type: 'ownership.remove', id: row.id }
  },
  'ownership.decide': (view) => {
    const row = view.one('ownership', ({ state }) => state === 'proposed')
    return row && { type: 'ownership.decide', id: row.id, accept: !view.chance.oneIn(3) }
  },
  'responsibility.add': (view) => {
    const ownership = view.one('ownership')
    if (!ownership) return null
    const id = view.newId()
    const person = view.text('responsibility', id)
    return { type: 'responsibility.add', id, ownershipId: ownership.id, person }
  },
  'responsibility.change': (view) => {
    const row = view.own('responsibility')
    if (!row) return null
    return {
      type: 'responsibility.change',
      id: row.id,
      fields: { region: view.text('responsibility', row.id) },
    }
  },
  'responsibility.share': (view) => {
    const row = view.own('responsibility')
    return row && { type: 'responsibility.share', id: row.id, with: view.sharing(row.mapId) }
  },
  'responsibility.remove': (view) => {
    const row = view.own('responsibility')
    return row && { type: 'responsibility.remove', id: row.id }
  },
} satisfies Generators

/** A lane with a stage its cards may stand in. */
export function placeOf(view: View) {
  const lane = view.one('lane')
  if (!lane) return null
  const owner = lane.ownStages ? (lane.parentLaneId ?? lane.id) : null
  const stage = view.one('stage', (row) => row.mapId === lane.mapId && row.laneId === owner)
  return stage && { laneId: lane.id, stageId: stage.id }
}
