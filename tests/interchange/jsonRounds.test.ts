// Blind rounds in a file and in its copy, and files that claim more than their reader could have seen.
import { describe, expect, it } from 'vitest'
import { faultOfDocument } from '../../shared/interchange/faultOfDocument.ts'
import type { MapDocument } from '../../shared/interchange/mapDocument.ts'
import { newId, openSharedJourney, person } from '../support/journey.ts'
import type { See } from '../support/memoryEcosystem.ts'
import { copyElsewhere, fileOf, importInto, leftOutOf, planFor } from './copies.ts'

function withRound(see?: See) {
  const journey = openSharedJourney(see)
  const { world, insurer, broker, mapId, cards } = journey
  const colleague = person('editor', insurer.organisationId)
  const roundId = newId()
  world.act(insurer, {
    ...{ type: 'round.open', id: roundId, mapId, name: 'How it went', measures: ['performance'] },
    ...{ touchpointIds: [cards.insurer, cards.broker], dueOn: '2027-03-31' },
    askedOrganisationIds: [insurer.organisationId, broker.organisationId],
  })
  const answer = (who: typeof broker, score: number, reason: string) => {
    const id = newId()
    const vote = { touchpointId: cards.insurer, measure: 'performance', score, reason } as const
    world.act(who, { type: 'ballot.start', id, roundId }, { type: 'vote.set', id: newId(), roundId, ...vote })
    world.act(who, { type: 'ballot.done', id })
  }
  answer(insurer, 9, 'INSURER-SAYS')
  answer(broker, 3, 'BROKER-SAYS')
  return { ...journey, colleague, roundId, answer }
}

const roundNotes = (file: MapDocument) => file.attributedNote.filter(({ source }) => source === 'round')

describe('a blind round that was revealed', () => {
  it('comes back with every answer and who gave it, on its card, as nobody’s vote', () => {
    const { world, insurer, broker, mapId, roundId } = withRound()
    world.act(insurer, { type: 'round.reveal', id: roundId })
    const file = fileOf(world, insurer, mapId)
    expect(file.vote.map(({ score }) => score).toSorted()).toEqual([3, 9])
    const copyId = importInto(world, insurer, file)
    const copy = fileOf(world, insurer, copyId)
    expect([copy.round, copy.ballot, copy.vote]).toEqual([[], [], []])
    const [asked, answered] = roundNotes(copy).toSorted((left, right) =>
      left.targetKind.localeCompare(right.targetKind),
    )
    expect(asked).toMatchObject({
      targetKind: 'map',
      content: {
        ...{ name: 'How it went', state: 'revealed', dueOn: '2027-03-31', measures: ['performance'] },
        cards: ['Reviews the risk', 'Enters the risk'],
        people: expect.arrayContaining([{ by: 'Ada of another company', state: 'done' }]),
      },
    })
    expect(answered?.content.answers).toEqual(
      expect.arrayContaining([
        { measure: 'performance', score: 9, reason: 'INSURER-SAYS', by: 'Ada' },
        { measure: 'performance', score: 3, reason: 'BROKER-SAYS', by: 'Ada of another company' },
      ]),
    )
    const card = copy.touchpoint.find(({ id }) => id === answered?.targetId)
    expect(card?.name).toBe('Reviews the risk')
    // A copy of the copy says the same, and it is nobody else's to read.
    const again = fileOf(world, insurer, importInto(world, insurer, copy))
    expect(roundNotes(again).map(({ content }) => content)).toEqual(
      expect.arrayContaining(roundNotes(copy).map(({ content }) => content)),
    )
    for (const note of roundNotes(copy))
      expect(world.seenBy(broker).get('attributedNote', note.id)).toBeUndefined()
  })
})

describe('a blind round that is not revealed', () => {
  it('carries one’s own answers alone, and brings them back for nobody but oneself', () => {
    const { world, insurer, colleague, mapId } = withRound()
    const file = fileOf(world, insurer, mapId)
    expect(JSON.stringify(file)).toContain('INSURER-SAYS')
    expect(JSON.stringify(file)).not.toContain('BROKER-SAYS')
    expect(JSON.stringify(fileOf(world, colleague, mapId))).not.toContain('-SAYS')
    const copyId = importInto(world, insurer, file)
    const copy = fileOf(world, insurer, copyId)
    expect(copy.round).toMatchObject([
      {
        name: 'How it went',
        state: 'open',
        dueOn: '2027-03-31',
        askedOrganisationIds: [insurer.organisationId],
      },
    ])
    expect(copy.ballot).toMatchObject([{ personId: insurer.personId, state: 'voting' }])
    expect(copy.vote).toMatchObject([{ personId: insurer.personId, score: 9, reason: 'INSURER-SAYS' }])
    expect(JSON.stringify(roundNotes(copy))).not.toContain('-SAYS')
    const theirs = fileOf(world, colleague, copyId)
    expect(theirs.round).toHaveLength(1)
    expect(JSON.stringify(theirs)).not.toContain('-SAYS')
  })

  it('would carry everybody’s answers if the row filter let everything through', () => {
    const { world, insurer, mapId } = withRound(() => true)
    expect(JSON.stringify(fileOf(world, insurer, mapId))).toContain('BROKER-SAYS')
  })

  it('is taken back with the rest of the import in one step', () => {
    const { world, insurer, mapId } = withRound()
    const plan = planFor(world, insurer, fileOf(world, insurer, mapId))
    const edit = world.act(insurer, ...plan.actions)
    const rows = () =>
      (['round', 'ballot', 'vote', 'attributedNote'] as const)
        .flatMap((kind) => world.everything.all(kind))
        .filter((row) => row.mapId === plan.mapId && !row.deleted)
    expect(rows().map(({ id }) => id)).toHaveLength(4)
    expect(world.undo(insurer, edit).accepted).toBe(true)
    expect(rows()).toEqual([])
  })

  it('is told and not opened again where it was called off, which says so of one’s own answers', () => {
    const { world, insurer, broker, mapId, roundId } = withRound()
    world.act(insurer, { type: 'round.cancel', id: roundId })
    const file = fileOf(world, broker, mapId)
    const copy = copyElsewhere(broker, file)
    expect([copy.round, copy.vote]).toEqual([[], []])
    expect(roundNotes(copy)).toMatchObject([{ content: { name: 'How it went', state: 'cancelled' } }])
    expect(leftOutOf(planFor(world, broker, file))).toContain(
      '1 answer of yours in a blind round is left out: the round was called off, or revealed before you were done.',
    )
  })

  it('says that somebody else’s answers stay away, and refuses those of two', () => {
    const { world, insurer, broker, colleague, mapId } = withRound()
    const [ours, theirs] = [fileOf(world, insurer, mapId), fileOf(world, broker, mapId)]
    expect(faultOfDocument(ours, insurer)).toBeUndefined()
    expect(faultOfDocument(ours, colleague)).toBeUndefined()
    const plan = planFor(world, colleague, ours)
    expect(leftOutOf(plan)).toContain(
      '1 answer in a blind round is left out: never revealed, and given by somebody else.',
    )
    expect(JSON.stringify(plan.actions)).not.toContain('-SAYS')
    const forged = { ...ours, vote: [...ours.vote, ...theirs.vote] }
    expect(faultOfDocument(forged, insurer)).toBe(
      'vote.1.personId: is another person’s answer in a round that was not revealed',
    )
  })
})

describe('a file that no export writes', () => {
  it('is refused with the place of its fault', () => {
    const { world, insurer, mapId, roundId } = withRound()
    world.act(insurer, { type: 'round.reveal', id: roundId })
    const file = fileOf(world, insurer, mapId)
    const strange = newId()
    const fault = (changed: Partial<MapDocument>) => faultOfDocument({ ...file, ...changed }, insurer)
    expect(fault({})).toBeUndefined()
    expect(fault({ lane: [...file.lane, file.lane[0]!] })).toBe(
      `lane.${file.lane.length}.id: another lane of this file has the same id`,
    )
    expect(fault({ touchpoint: file.touchpoint.map((row) => ({ ...row, laneId: strange })) })).toBe(
      'touchpoint.0.laneId: names no lane of this file',
    )
    expect(fault({ vote: file.vote.map((row) => ({ ...row, roundId: strange })) })).toBe(
      'vote.0.roundId: names no round of this file',
    )
    expect(fault({ vote: [...file.vote, { ...file.vote[0]!, id: strange }] })).toBe(
      'vote.2: this person answers here twice',
    )
    const sticky = {
      ...file.ballot[0]!,
      sessionId: strange,
      text: 'x',
      group: '',
      rank: 'a0',
      touchpointId: null,
    }
    expect(fault({ sticky: [sticky] })).toBe('sticky.0.sessionId: names no session of this file')
  })
})
