// What EXPERIENCE.md tells of this demo has to be in the rows.
import { describe, expect, it } from 'vitest'
import { speakerOf } from '../../seeds/cast.ts'
import { insurance } from '../../seeds/insurance.ts'
import { handoffsOf } from '../../shared/analysis/handoffs.ts'
import { homeItems } from '../../shared/analysis/homeItems.ts'
import { reviewItems } from '../../shared/analysis/reviewItems.ts'
import { drawLayout } from '../../shared/layout/drawLayout.ts'
import { findLayoutViolations } from '../../shared/layout/findLayoutViolations.ts'
import { layoutOf } from '../support/layoutOf.ts'
import { replay } from './replay.ts'

const { rows, seenBy, organisation, card, world } = replay(insurance())
const fernhill = organisation('Fernhill')
const oakes = organisation('Oakes & Vale')
const handoff = (passes: string) =>
  handoffsOf(seenBy('Fernhill'), fernhill.id).find((entry) => entry.link.passes === passes)!
const day = 24 * 60

describe('the insurance story: decided Tuesday, the bakery heard on Monday', () => {
  it.each([
    ['the risk, complete', 'confirmed', 'confirmed', 8 * 60],
    ['quote', 'confirmed', 'confirmed', 2 * day],
    ['instruction to bind', 'confirmed', 'confirmed', 60],
    ['loss notice', 'confirmed', 'open', 4 * 60],
    ['the decision on the claim', 'confirmed', 'disputed', day],
    ['renewal terms', 'changed', 'changed', 21 * day],
  ])('%s: the sender has %s, the receiver %s', (passes, from, to, minutes) => {
    const entry = handoff(passes)
    expect([entry.from.state, entry.to.state, entry.link.expectedMinutes]).toEqual([from, to, minutes])
    expect(entry.isPromise).toBe(false)
  })

  it('shows three statements on the broken seam: one day, six days, nobody told us', () => {
    const item = reviewItems(seenBy('Fernhill'), fernhill.id).find(({ title }) => title.includes('decision'))!
    const said = item.voices.map((voice) => [voice.statement, voice.experiencedMinutes])
    expect(said).toEqual([
      ['We take one day.', day],
      ['We wait six days.', 6 * day],
      ['Nobody told us.', null],
    ])
    expect(item.reasons).toEqual(expect.arrayContaining(['disputed', 'late']))
    expect(item.handoff?.lateness.lateByMinutes).toBe(5 * day)
  })

  it('decides the claim behind the scenes: of its insurer the bakery sees a question and the policy', () => {
    const lane = rows.all('lane').find(({ partyId }) => rows.get('party', partyId)!.name === 'Fernhill')!
    const seen = rows.list('touchpoint', 'laneId', lane.id).filter(({ customerSees }) => customerSees)
    expect(seen.map(({ name }) => name).toSorted()).toEqual(['Asks for missing facts', 'Issues the policy'])
    expect(card('Decides claim').customerSees).toBe(false)
    for (const name of ['Fernhill', 'Oakes & Vale']) {
      const input = layoutOf(seenBy(name))
      const drawing = drawLayout(input)
      expect(drawing.lanes.filter(({ line }) => line).map(({ id }) => id)).toEqual([lane.id])
      expect(findLayoutViolations(input, drawing)).toEqual([])
    }
  })

  it('keeps both scores private, and shows what customers said', () => {
    const scores = (name: string) =>
      seenBy(name)
        .list('perspective', 'targetId', card('Learns the outcome').id)
        .map((view) => [view.onBehalfOf, view.performance, view.sampleSize])
        .toSorted()
    expect(scores('Fernhill')).toEqual([
      ['customer', 4, 41],
      ['self', 8, null],
    ])
    expect(scores('Oakes & Vale')).toEqual([
      ['customer', 4, 41],
      ['self', 3, null],
    ])
  })

  it('never lets the note that floods are steered elsewhere reach the insurer', () => {
    const note = 'steer flood risks elsewhere'
    expect(JSON.stringify(seenBy('Oakes & Vale').all('perspective'))).toContain(note)
    for (const person of fernhill.people) {
      const author = { ...speakerOf(fernhill), personId: person.id }
      expect(JSON.stringify(world.seenBy(author).all('perspective'))).not.toContain(note)
    }
  })

  it('marks the moments of truth and the pain', () => {
    const marked = (kind: string) =>
      rows
        .all('mark')
        .filter((mark) => mark.kind === kind && mark.targetKind === 'touchpoint')
        .map((mark) => rows.get('touchpoint', mark.targetId)!.name)
    expect(marked('momentOfTruth').toSorted()).toEqual([
      'Learns the outcome',
      'Receives policy',
      'Reports flood',
    ])
    expect(marked('pain')).toContain('Learns the outcome')
  })

  it.each([
    ['Fact-find', ['Oakes & Vale accountable']],
    ['Enters risk in portal', ['Fernhill accountable', 'Oakes & Vale contributes']],
    ['Compares quotes', ['Fernhill contributes', 'Oakes & Vale accountable']],
    ['Receives policy', ['Fernhill accountable', 'Oakes & Vale contributes']],
    ['Changes cover mid-term', ['Fernhill contributes', 'Oakes & Vale accountable']],
    ['Learns the outcome', ['Fernhill accountable', 'Oakes & Vale accountable']],
    ['Lease demands cover', []],
    ['Leaves for a direct insurer', []],
  ])('%s is owed by %j', (name, expected) => {
    const owners = rows
      .list('ownership', 'touchpointId', card(name).id)
      .filter((owner) => owner.state === 'accepted')
      .map((owner) => `${rows.get('party', owner.partyId)!.name} ${owner.accountability}`)
    expect(owners.toSorted()).toEqual(expected)
  })

  it('tells the journey of the bakery from trigger to exit', () => {
    expect(card('Lease demands cover').kind).toBe('trigger')
    expect(card('Compares quotes').kind).toBe('decision')
    expect(card('Leaves for a direct insurer').kind).toBe('exit')
    const { laneId } = card('Lease demands cover')
    const party = rows.get('party', rows.get('lane', laneId)!.partyId)!
    expect(party).toMatchObject({ heldByOrganisationId: null, stewardOrganisationId: oakes.id })
  })

  it('loops through a quarterly review on the lane of the broker, who tells three layers of the relationship', () => {
    const review = rows.all('stage').find(({ name }) => name === 'Quarterly review')!
    const { laneId } = card('Goes through the quarter with Fernhill')
    expect(review).toMatchObject({ laneId, recurs: true, frequency: '4 per year' })
    const loop = rows.list('link', 'fromTouchpointId', card('Goes through the quarter with Fernhill').id)
    expect(loop.map(({ kind }) => kind)).toContain('loopBack')
    const layers = rows.list('touchpoint', 'laneId', laneId).map(({ layer }) => layer)
    expect(new Set(layers)).toEqual(new Set(['strategic', 'commercial', 'operational', null]))
  })

  it('reads step by step what happens, and where the documents lie', () => {
    const { description, documents } = card('Registers the loss')
    expect(description.split('\n')).toHaveLength(4)
    expect(documents.map(({ name }) => name)).toEqual(['Claims handbook', 'Form for a loss'])
  })

  it('gives each side something to do when it comes home', () => {
    const ours = homeItems(seenBy('Fernhill'), fernhill.id)
    const theirs = homeItems(seenBy('Oakes & Vale'), oakes.id)
    expect(ours.waitingOnUs.map(({ link }) => link.passes)).toContain('loss notice')
    expect(theirs.waitingOnThem.map(({ link }) => link.passes)).toContain('loss notice')
    expect(theirs.promisesToUs.map(({ link }) => link.passes)).toContain('quote')
    expect(theirs.proposals.map(({ row }) => 'name' in row && row.name)).toContain('Gets a message: decided')
    expect(theirs.claimReviews.map(({ toReview }) => toReview.map(({ name }) => name))).toEqual([
      ['Phones every client once a year'],
    ])
  })
})
