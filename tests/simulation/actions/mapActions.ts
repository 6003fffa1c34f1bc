import type { Generators } from './generator.ts'

export const mapGenerators = {
  'ecosystem.change': (view) => {
    const row = view.one('ecosystem')
    return row && { type: 'ecosystem.change', id: row.id, fields: { goal: view.text('ecosystem', row.id) } }
  },
  'map.add': (view) => {
    const id = view.newId()
    const texts = { name: view.text('map', id), objective: view.text('map', id) }
    return { type: 'map.add', id, participantId: view.newId(), rank: view.rank(), ...texts }
  },
  'map.change': (view) => {
    const row = view.one('map')
    return row && { type: 'map.change', id: row.id, fields: { scope: view.text('map', row.id) } }
  },
  'map.remove': (view) => {
    const row = view.one('map')
    return row && { type: 'map.remove', id: row.id }
  },
  'participant.leave': (view) => {
    const row = view.own('participant')
    return row && { type: 'participant.leave', id: row.id }
  },
  'participant.grant': (view) => {
    const row = view.one('participant')
    return row && { type: 'participant.grant', id: row.id, mayInvite: view.chance.oneIn(2) }
  },
  'party.add': (view) => {
    const id = view.newId()
    const held = view.chance.oneIn(4)
    return { type: 'party.add', id, name: view.text('party', id), kind: 'partner', held }
  },
  'party.change': (view) => {
    const row = view.one('party')
    return row && { type: 'party.change', id: row.id, fields: { name: view.text('party', row.id) } }
  },
  'party.remove': (view) => {
    const row = view.one('party')
    return row && { type: 'party.remove', id: row.id }
  },
  'party.entrust': (view) => {
    const row = view.one('party', (party) => party.heldByOrganisationId === null)
    return row && { type: 'party.entrust', id: row.id, organisationId: view.organisation() }
  },
  'party.release': (view) => {
    const row = view.one('party')
    return row && { type: 'party.release', id: row.id }
  },
  'lane.add': (view) => {
    const [map, party, parent] = [view.one('map'), view.one('party'), view.one('lane')]
    if (!map || !party) return null
    const id = view.newId()
    const described = { name: view.text('lane', id), rank: view.rank() }
    const isSubLane = parent !== null && view.chance.oneIn(3)
    if (!isSubLane)
      return {
        type: 'lane.add',
        id,
        mapId: map.id,
        partyId: party.id,
        ownStages: view.chance.oneIn(3),
        ...described,
      }
    const { mapId, partyId, ownStages } = parent
    return { type: 'lane.add', id, mapId, partyId, ownStages, parentLaneId: parent.id, ...described }
  },
  'lane.change': (view) => {
    const row = view.one('lane')
    return row && { type: 'lane.change', id: row.id, fields: { name: view.text('lane', row.id) } }
  },
  'lane.remove': (view) => {
    const row = view.one('lane')
    return row && { type: 'lane.remove', id: row.id }
  },
  'stage.add': (view) => {
    const map = view.one('map')
    if (!map) return null
    const id = view.newId()
    const lane = view.one('lane', (row) => row.mapId === map.id && row.ownStages && !row.parentLaneId)
    const laneId = lane && view.chance.oneIn(2) ? lane.id : null
    return { type: 'stage.add', id, mapId: map.id, laneId, name: view.text('stage', id), rank: view.rank() }
  },
  'stage.change': (view) => {
    const row = view.one('stage')
    return (
      row && {
        type: 'stage.change',
        id: row.id,
        fields: { goal: view.text('stage', row.id), recurs: view.chance.oneIn(2) },
      }
    )
  },
  'stage.remove': (view) => {
    const row = view.one('stage')
    return row && { type: 'stage.remove', id: row.id }
  },
} satisfies Generators
