import type { Generators } from './generator.ts'

export const roundGenerators = {
  'round.open': (view) => {
    const card = view.one('touchpoint')
    if (!card) return null
    const id = view.newId()
    const askedOrganisationIds = [view.person.organisationId, view.organisation(card.mapId)]
    const asked = { mapId: card.mapId, touchpointIds: [card.id], askedOrganisationIds }
    return { type: 'round.open', id, ...asked, name: view.text('round', id), measures: ['performance'] }
  },
  'round.change': (view) => {
    const row = view.one('round')
    return row && { type: 'round.change', id: row.id, fields: { name: view.text('round', row.id) } }
  },
  'round.reveal': (view) => {
    const answered = new Set(
      view.rows
        .all('ballot')
        .filter(({ state }) => state === 'done')
        .map(({ roundId }) => roundId),
    )
    const row = view.one('round', ({ id, state }) => state === 'open' && answered.has(id))
    if (!row) return null
    return { type: 'round.reveal', id: row.id, without: view.chance.oneIn(3) ? [] : row.askedOrganisationIds }
  },
  'round.cancel': (view) => {
    const row = view.chance.oneIn(4) ? view.one('round') : null
    return row && { type: 'round.cancel', id: row.id }
  },
  'ballot.expect': (view) => {
    const row = view.one('round', ({ state }) => state === 'open')
    if (!row) return null
    const id = view.newId()
    const personId = view.chance.oneIn(2) ? view.person.personId : view.newId()
    return { type: 'ballot.expect', id, roundId: row.id, personId, authorName: view.text('ballot', id) }
  },
  'ballot.release': (view) => {
    const row = view.one('ballot', ({ state }) => state === 'expected')
    return row && { type: 'ballot.release', id: row.id }
  },
  'ballot.start': (view) => {
    const row = view.one('round', ({ state }) => state === 'open')
    return row && { type: 'ballot.start', id: view.newId(), roundId: row.id }
  },
  'ballot.done': (view) => {
    const row = view.one('ballot', ({ personId }) => personId === view.person.personId)
    return row && { type: 'ballot.done', id: row.id }
  },
  'ballot.reopen': (view) => {
    const row = view.one('ballot', ({ personId }) => personId === view.person.personId)
    return row && { type: 'ballot.reopen', id: row.id }
  },
  'vote.set': (view) => {
    const round = view.one('round', ({ state }) => state === 'open')
    if (!round) return null
    const id = view.newId()
    const own = view.one('vote', (row) => row.roundId === round.id && row.personId === view.person.personId)
    const measure = own?.measure ?? view.chance.pick(round.measures)
    const touchpointId = own?.touchpointId ?? view.chance.pick(round.touchpointIds)
    const said = { score: view.chance.below(11), reason: view.text('vote', own?.id ?? id) }
    return { type: 'vote.set', id, roundId: round.id, touchpointId, measure, ...said }
  },
} satisfies Generators
