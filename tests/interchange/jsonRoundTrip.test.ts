import { describe, expect, it } from 'vitest'
import { speakerOf } from '../../seeds/cast.ts'
import { stories } from '../../seeds/stories.ts'
import type { DocumentKind, MapDocument } from '../../shared/interchange/mapDocument.ts'
import { replay } from '../seeds/replay.ts'
import { newId, openSharedJourney } from '../support/journey.ts'
import { fileOf, importInto, leftOutOf, planFor } from './copies.ts'

/** What is decided anew for a copy: whose it is, what its holder says of it, and where it is shown. */
const decidedAnew = new Set([
  'id',
  'mapId',
  'review',
  'heldByOrganisationId',
  'stewardOrganisationId',
  'sharedWithMap',
])

/** All rows of a kind in words instead of ids, so that a file and its copy can be compared. */
function told(file: MapDocument, kind: DocumentKind, keep: (row: object) => boolean = () => true): string[] {
  const words = new Map<string, string>()
  for (const row of file.party) words.set(row.id, row.name.replace(' (imported)', ''))
  for (const row of file.lane) words.set(row.id, `${words.get(row.partyId)} ${row.name} ${row.rank}`)
  for (const row of file.stage) words.set(row.id, `${words.get(row.laneId ?? '')} ${row.name} ${row.rank}`)
  for (const row of file.touchpoint)
    words.set(row.id, [words.get(row.laneId), words.get(row.stageId), row.rank, row.name].join(' | '))
  for (const row of file.link)
    words.set(
      row.id,
      [words.get(row.fromTouchpointId), row.passes, words.get(row.toTouchpointId)].join(' > '),
    )
  for (const row of file.ownership)
    words.set(row.id, [words.get(row.touchpointId), words.get(row.partyId)].join(' by '))
  const tell = (value: unknown) => (typeof value === 'string' ? (words.get(value) ?? value) : value)
  return (file[kind] as object[])
    .filter(keep)
    .map((row) => Object.entries(row).filter(([field]) => !decidedAnew.has(field)))
    .map((fields) => JSON.stringify(fields.map(([field, value]) => [field, tell(value)])))
    .map((line) => line.replace(' (imported)', ''))
    .toSorted()
}

const isNotDeclined = (row: object) => !('state' in row) || row.state !== 'declined'

describe.each(stories.map((story) => [story.key, story] as const))(
  'a file of the story %s',
  (_key, story) => {
    const { world, rows } = replay(story)
    const { convenerOrganisationId } = rows.all('ecosystem')[0]!
    const author = speakerOf(story.organisations.find(({ id }) => id === convenerOrganisationId)!)
    const mapId = rows.all('map')[0]!.id
    const before = fileOf(world, author, mapId)
    const copyId = importInto(world, author, before)
    const after = fileOf(world, author, copyId)
    const isOwn = (row: object) => 'organisationId' in row && row.organisationId === author.organisationId

    it.each(['party', 'lane', 'stage', 'touchpoint', 'link', 'ownership'] as const)(
      'comes back with every %s and all it says',
      (kind) => {
        expect(before[kind].length).toBeGreaterThan(0)
        expect(told(after, kind)).toEqual(told(before, kind, isNotDeclined))
      },
    )

    it('comes back with its charter', () => {
      const { id: _, rank: __, ...charter } = before.map
      expect(after.map).toMatchObject(charter)
    })

    it('comes back with the own views and marks, privately or shared as they were', () => {
      for (const kind of ['perspective', 'mark', 'responsibility'] as const)
        expect(told(after, kind), kind).toEqual(told(before, kind, isOwn))
      expect(before.perspective.filter(isOwn).length).toBeGreaterThan(0)
    })

    it('turns what others said, and all comments, into notes with their names, and copies no signature', () => {
      expect([after.confirmation, after.comment]).toEqual([[], []])
      const others = [...before.perspective, ...before.mark, ...before.responsibility]
      const said = [...others.filter((row) => !isOwn(row)), ...[...before.comment, ...before.confirmation]]
      const together = ({ source }: { source: string }) =>
        source === 'round' || source === 'contributionRequest'
      expect(after.attributedNote.filter((note) => !together(note))).toHaveLength(said.length)
      expect(after.attributedNote.filter(together).length).toBeGreaterThanOrEqual(before.round.length)
      for (const { text, authorName } of before.comment)
        expect(after.attributedNote.map(({ content }) => [content.authorName, content.text])).toContainEqual([
          authorName,
          text,
        ])
      const names = new Set(story.organisations.map(({ name }) => name))
      expect(after.attributedNote.every((note) => names.has(note.attributedTo))).toBe(true)
      for (const view of before.perspective.filter((row) => !isOwn(row) && row.statement !== ''))
        expect(JSON.stringify(after.attributedNote)).toContain(view.statement)
    })

    it('holds nothing that its reader does not see', () => {
      for (const { id, people } of story.organisations) {
        const reader = { personId: people[0]!.id, organisationId: id, role: 'viewer' } as const
        const file = fileOf(world, reader, mapId)
        const seen = world.seenBy(reader)
        for (const view of file.perspective) expect(seen.get('perspective', view.id)).toBeDefined()
        const hidden = rows.all('perspective').filter((view) => !seen.get('perspective', view.id))
        for (const { id: hiddenId, notes } of hidden) {
          expect(JSON.stringify(file)).not.toContain(hiddenId)
          if (notes) expect(JSON.stringify(file)).not.toContain(notes)
        }
      }
    })
  },
)

describe('a file that names a party without a lane', () => {
  it('is imported without that party, and with everything else', () => {
    const { world, insurer, mapId, cards, card, lanes } = openSharedJourney()
    const partyId = newId()
    const touchpointId = card(insurer, lanes.insurer, { name: 'Surveys the site' })
    world.act(
      insurer,
      { type: 'party.add', id: partyId, name: 'Surveyor', kind: 'partner' },
      { type: 'touchpoint.change', id: touchpointId, fields: { initiatorPartyId: partyId } },
      { type: 'ownership.add', id: newId(), touchpointId, partyId, accountability: 'contributes' },
      {
        ...{ type: 'mark.add', id: newId(), targetKind: 'touchpoint', targetId: cards.insurer, kind: 'pain' },
        ...{ causedByPartyId: partyId, with: 'map' },
      },
    )
    const before = fileOf(world, insurer, mapId)
    expect(before.party.map(({ id }) => id)).not.toContain(partyId)
    const after = fileOf(world, insurer, importInto(world, insurer, before))
    for (const kind of ['lane', 'touchpoint', 'mark'] as const)
      expect(after[kind]).toHaveLength(before[kind].length)
    expect(after.touchpoint.map(({ initiatorPartyId }) => initiatorPartyId)).not.toContain(partyId)
    expect(after.ownership).toEqual([])
    const why = 'the file holds no party that has no lane on the map.'
    expect(leftOutOf(planFor(world, insurer, before))).toEqual([
      `1 owner is left out of “Surveys the site”: ${why}`,
      `2 answers to who begins, feels or causes something are left out: ${why}`,
      '1 review of a card is left out: who holds a lane reviews its cards anew.',
    ])
    expect(leftOutOf(planFor(world, insurer, after))).toEqual([])
  })
})

describe('what a file says and its copy does not', () => {
  it('is told before anything is written', () => {
    const { world, insurer, broker, mapId, cards, lanes, stages, card } = openSharedJourney()
    const side = newId()
    world.act(insurer, {
      ...{ type: 'side.add', id: side, touchpointId: cards.insurer },
      ...{ laneId: lanes.broker, stageId: stages.place, rank: 'a7', name: 'They ask' },
    })
    world.act(broker, { type: 'side.decide', id: side, accept: false })
    const detailed = card(insurer, lanes.insurer)
    world.act(insurer, { type: 'map.change', id: mapId, fields: { parentTouchpointId: detailed } })
    const file = fileOf(world, insurer, mapId)
    const lines = [
      '1 name for a card shared with another lane is left out: declined there.',
      'That the map details a card of another map is left out: the file holds one map.',
    ]
    const reviewed = (count: string) => `${count} left out: who holds a lane reviews its cards anew.`
    expect(leftOutOf(planFor(world, insurer, file))).toEqual([
      lines[0],
      reviewed('1 review of a card is'),
      lines[1],
    ])
    expect(leftOutOf(planFor(world, broker, file))).toEqual([
      lines[0],
      reviewed('2 reviews of cards are'),
      lines[1],
    ])
  })
})
