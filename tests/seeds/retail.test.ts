// What EXPERIENCE.md tells of this demo has to be in the rows.
import { describe, expect, it } from 'vitest'
import { speakerOf } from '../../seeds/cast.ts'
import { retail } from '../../seeds/retail.ts'
import { handoffsOf } from '../../shared/analysis/handoffs.ts'
import { inconsistencies } from '../../shared/analysis/inconsistencies.ts'
import { reviewItems } from '../../shared/analysis/reviewItems.ts'
import { replay } from './replay.ts'

const { rows, seenBy, organisation, card } = replay(retail())
const marlow = organisation('Marlow')
const day = 24 * 60

describe('the retail story: everyone met their target, the shopper still queued', () => {
  it.each([
    ['reservation to pick', 'confirmed', 'confirmed', 15],
    ['booking', 'confirmed', 'confirmed', 60],
    ['fault ticket', 'confirmed', 'confirmed', 30],
    ['swap unit', 'confirmed', 'confirmed', 4 * 60],
    ['delivery of the swap unit', 'changed', 'confirmed', day],
    ['serial number', 'confirmed', 'disputed', day],
  ])('%s: the sender has %s, the receiver %s', (passes, from, to, minutes) => {
    const entry = handoffsOf(rows, marlow.id).find(({ link }) => link.passes === passes)!
    expect([entry.from.state, entry.to.state, entry.link.expectedMinutes]).toEqual([from, to, minutes])
  })

  it('counters noon with “before opening”, and the carrier sees what it had confirmed', () => {
    const entry = handoffsOf(rows, marlow.id).find(({ link }) => link.passes === 'delivery of the swap unit')!
    expect(entry.from.confirmation?.terms.acceptance).toBe('At the store by noon.')
    expect(entry.link.acceptance).toBe('At the store before opening.')
  })

  it('keeps the two scores of the dispatch private: nine here, three there', () => {
    const scoreOf = (name: string) =>
      seenBy(name)
        .list('perspective', 'targetId', card('Swap unit dispatched').id)
        .map((view) => view.performance)
    expect([scoreOf('Tillworks'), scoreOf('Marlow'), scoreOf('Longhaul')]).toEqual([[9], [3], []])
  })

  it('has a blind round that both have answered and neither has seen; its facilitator can reveal it', () => {
    const told = replay(retail())
    const [round] = told.rows.all('round')
    const scores = (name: string) =>
      told
        .seenBy(name)
        .all('vote')
        .filter((vote) => vote.touchpointId === told.card('Swap unit dispatched').id)
        .map((vote) => vote.score)
        .toSorted()
    expect(round).toMatchObject({ state: 'open', organisationId: told.organisation('Marlow').id })
    expect([scores('Tillworks'), scores('Marlow'), scores('Longhaul')]).toEqual([[9], [3], []])
    told.world.act(speakerOf(told.organisation('Marlow')), { type: 'round.reveal', id: round!.id })
    expect([scores('Tillworks'), scores('Marlow'), scores('Longhaul')]).toEqual([[3, 9], [3, 9], []])
  })

  it('has a step that nobody owns, between two companies that both did their part', () => {
    expect(rows.list('ownership', 'touchpointId', card('Swap activated').id)).toEqual([])
    expect(card('Takes in the swap unit').description).toContain('three days')
  })

  it('marks paying as a moment of truth that delights and pains', () => {
    const id = card('Pays at till').id
    const kinds = rows.list('mark', 'targetId', id).map((mark) => mark.kind)
    expect(kinds.toSorted()).toEqual(['delight', 'momentOfTruth', 'pain'])
    expect(inconsistencies(rows).map(({ targetId }) => targetId)).toEqual([id])
  })

  it.each([
    ['Checks stock', ['Cartwell accountable', 'Marlow contributes']],
    ['Pays at till', ['Marlow accountable', 'Scanleaf contributes', 'Tillworks contributes']],
    ['Swap delivered', ['Longhaul accountable', 'Tillworks contributes']],
    ['Parcel delivered', ['Cartwell contributes', 'Doorly accountable']],
    ['Quarterly uptime review', ['Marlow contributes', 'Tillworks accountable']],
  ])('%s is owed by %j', (name, expected) => {
    const owners = rows
      .list('ownership', 'touchpointId', card(name).id)
      .filter((owner) => owner.state === 'accepted')
      .map((owner) => `${rows.get('party', owner.partyId)!.name} ${owner.accountability}`)
    expect(owners.toSorted()).toEqual(expected)
  })

  it('gives till hardware and till software stages of their own, and lets the review loop back', () => {
    const own = rows.all('lane').filter((lane) => lane.ownStages)
    expect(own.map((lane) => rows.get('party', lane.partyId)!.name).toSorted()).toEqual([
      'Scanleaf',
      'Tillworks',
    ])
    const loop = rows.all('link').find((link) => link.kind === 'loopBack')
    expect(loop?.fromTouchpointId).toBe(card('Quarterly uptime review').id)
  })

  it('puts the queue and the serial number first in the review', () => {
    const first = reviewItems(seenBy('Marlow'), marlow.id).map(({ title }) => title)
    expect(first.slice(0, 3)).toEqual(expect.arrayContaining(['serial number', 'Queues and walks out']))
  })
})
