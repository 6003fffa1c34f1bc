// What people wrote together in a session, in a file and in its copy.
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../shared/sessions/board.ts'
import { newId, openSharedJourney, person } from '../support/journey.ts'
import { changesOf, fileOf, importInto, planFor } from './copies.ts'

describe('a session', () => {
  function withSession() {
    const journey = openSharedJourney()
    const { world, insurer, broker, mapId, lanes, stages } = journey
    const [sessionId, placed, loose, grouped] = [newId(), newId(), newId(), newId()]
    const write = (id: string, text: string, rank: string) =>
      ({ type: 'sticky.add', id, sessionId, text, rank }) as const
    world.act(insurer, {
      ...{ type: 'session.start', id: sessionId, mapId, name: 'Session' },
      question: 'Where do six days go?',
    })
    world.act(broker, write(placed, 'We wait for the letter', 'a0'), write(grouped, 'Nobody phones', 'a2'))
    world.act(insurer, write(loose, 'We decide on Tuesday', 'a1'))
    world.act(insurer, {
      type: 'sticky.group',
      stickies: [{ id: grouped, rank: 'a3' }],
      group: 'Waiting',
    })
    world.act(insurer, {
      ...{ type: 'sticky.place', laneId: lanes.insurer, stageId: stages.buy },
      stickies: [{ id: placed, touchpointId: newId(), rank: 'a5' }],
    })
    return { ...journey, sessionId }
  }

  it('comes back as a record: in its groups and order, with who wrote it and which card it became', () => {
    const { world, insurer, broker, stranger, mapId } = withSession()
    const file = fileOf(world, insurer, mapId)
    expect(changesOf(planFor(world, insurer, file))[0]).toContain('1 session comes back as one that is over')
    const copyId = importInto(world, insurer, file)
    const seen = world.seenBy(insurer)
    const [session] = seen.list('session', 'mapId', copyId)
    expect(session).toMatchObject({ question: 'Where do six days go?', state: 'ended', authorName: 'Ada' })
    expect(session?.startedAt).toBe(file.session[0]?.startedAt)
    const board = columnsOf(session!.id, seen).map(({ group, stickies }) => [
      group,
      stickies.map(
        ({ sticky, isPlaced }) => `${sticky.text} (${sticky.authorName})${isPlaced ? ' on it' : ''}`,
      ),
    ])
    expect(board).toEqual([
      ['', ['We wait for the letter (Ada of another company) on it', 'We decide on Tuesday (Ada)']],
      ['Waiting', ['Nobody phones (Ada of another company)']],
    ])
    for (const row of seen.list('sticky', 'sessionId', session!.id)) {
      const card = row.touchpointId && seen.get('touchpoint', row.touchpointId)
      if (card) expect([card.mapId, card.name]).toEqual([copyId, row.text])
    }
    // What is told of a copy is nobody else's to read, whoever joins it.
    for (const other of [broker, stranger])
      expect(world.seenBy(other).get('session', session!.id)).toBeUndefined()
  })

  it('is told again by a copy of the copy, word for word', () => {
    const { world, insurer, mapId } = withSession()
    const words = (onMap: string) => {
      const { session, sticky } = fileOf(world, insurer, onMap)
      const said = [...session, ...sticky].map((row) =>
        JSON.stringify({ ...row, id: '', mapId: '', sessionId: '', touchpointId: '' }),
      )
      return said.toSorted()
    }
    const copyId = importInto(world, insurer, fileOf(world, insurer, mapId))
    expect(words(importInto(world, insurer, fileOf(world, insurer, copyId)))).toEqual(words(copyId))
  })

  it('is read by nobody of another organisation who joins the copy, as it would be if the row filter let everything through', () => {
    const { world, insurer, mapId, broker } = withSession()
    const copyId = importInto(world, insurer, fileOf(world, insurer, mapId))
    world.act(
      { ...broker, grant: { kind: 'invitation', partyId: '', mapIds: [copyId] } },
      { type: 'participant.join', id: newId(), mapId: copyId },
    )
    const theirs = fileOf(world, broker, copyId)
    expect(theirs.touchpoint.length).toBeGreaterThan(0)
    expect([theirs.session, theirs.sticky]).toEqual([[], []])
    expect(fileOf(world, insurer, copyId).sticky).toHaveLength(3)
  })

  it('is taken back with the rest of the import in one step', () => {
    const { world, insurer, mapId } = withSession()
    const plan = planFor(world, insurer, fileOf(world, insurer, mapId))
    const edit = world.act(insurer, ...plan.actions)
    const stickies = () =>
      world
        .seenBy(insurer)
        .all('sticky')
        .filter((row) => row.mapId === plan.mapId && !row.deleted)
    expect(stickies()).toHaveLength(3)
    expect(world.undo(insurer, edit).accepted).toBe(true)
    expect(stickies()).toEqual([])
  })

  it('that is running, or somebody else’s, takes nothing in another person’s name', () => {
    const { world, insurer, broker, sessionId, mapId, lanes, stages } = withSession()
    const said = {
      text: 'We agree',
      group: '',
      rank: 'a0',
      authorName: 'Anna of Insurer',
      touchpointId: null,
    }
    const forged = { type: 'sticky.record', id: newId(), sessionId, ...said } as const
    expect(world.try(broker, forged).accepted).toBe(false)
    world.act(insurer, { type: 'session.end', id: sessionId })
    expect(world.try(broker, forged).accepted).toBe(false)
    expect(world.try(insurer, forged).accepted).toBe(false)
    const record = {
      ...({ type: 'session.record', id: newId(), mapId, name: 'Session', question: '' } as const),
      ...{ startedAt: '2026-03-03T09:00:00.000Z', authorName: 'Anna of Insurer' },
    }
    world.act(broker, record)
    const open = {
      type: 'sticky.add',
      id: newId(),
      sessionId: record.id,
      text: 'For all',
      rank: 'a0',
    } as const
    expect(world.try(broker, open).accepted).toBe(false)
    world.act(broker, { ...forged, sessionId: record.id })
    expect(world.seenBy(insurer).get('sticky', forged.id)).toBeUndefined()
    const stickies = [{ id: forged.id, touchpointId: newId(), rank: 'a5' }]
    const cell = { laneId: lanes.broker, stageId: stages.win }
    expect(world.try(broker, { type: 'sticky.place', stickies, ...cell }).accepted).toBe(false)
    const colleague = person('editor', broker.organisationId)
    expect(world.seenBy(colleague).get('sticky', forged.id)?.authorName).toBe('Anna of Insurer')
  })
})
