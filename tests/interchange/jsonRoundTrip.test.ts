import { describe, expect, it } from 'vitest'
import { speakerOf } from '../../seeds/cast.ts'
import { stories } from '../../seeds/stories.ts'
import type { VisibleRow } from '../../shared/edits/exchange.ts'
import {
  type DocumentKind,
  type MapDocument,
  mapDocument,
  writeMapDocument,
} from '../../shared/interchange/mapDocument.ts'
import { planDocumentImport } from '../../shared/interchange/planDocumentImport.ts'
import { rowKinds } from '../../shared/model/rows.ts'
import type { Author } from '../../shared/rules/author.ts'
import { replay } from '../seeds/replay.ts'
import { newId, openSharedJourney } from '../support/journey.ts'
import type { MemoryEcosystem } from '../support/memoryEcosystem.ts'

/** The file of a map as its reader gets it, after a journey as text. */
function fileOf(world: MemoryEcosystem, reader: Author, mapId: string): MapDocument {
  const seen = world.seenBy(reader)
  const parties = new Set(seen.list('lane', 'mapId', mapId).map((lane) => lane.partyId))
  const isOf = ({ kind, row }: VisibleRow) =>
    kind === 'map'
      ? row.id === mapId
      : kind === 'party'
        ? parties.has(row.id)
        : 'mapId' in row && row.mapId === mapId
  const rows = rowKinds.flatMap((kind) =>
    seen.all(kind).map((row) => ({ kind, row }) as unknown as VisibleRow),
  )
  const organisations = stories.flatMap((story) => story.organisations)
  return mapDocument.parse(JSON.parse(JSON.stringify(writeMapDocument(rows.filter(isOf), organisations))))
}

function planFor(world: MemoryEcosystem, author: Author, file: MapDocument) {
  const seen = world.seenBy(author)
  const place = {
    parties: seen.all('party'),
    maps: seen.all('map'),
    organisationId: author.organisationId,
    newId,
  }
  return planDocumentImport(file, place)
}

function importInto(world: MemoryEcosystem, author: Author, file: MapDocument): string {
  const plan = planFor(world, author, file)
  world.act(author, ...plan.actions)
  return plan.mapId
}

const leftOutOf = ({ notes }: ReturnType<typeof planFor>) =>
  notes.flatMap(({ level, message }) => (level === 'skipped' ? [message] : []))

/** What is decided anew for a copy: whose it is, whether it was accepted, and where it is shown. */
const decidedAnew = new Set([
  'id',
  'mapId',
  'state',
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
        expect(told(after, kind)).toEqual(told(before, kind))
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

    it('turns what others said into notes with their names, and copies no signature', () => {
      expect(after.confirmation).toEqual([])
      const said = [...before.perspective, ...before.mark].filter((row) => !isOwn(row))
      expect(after.attributedNote).toHaveLength(said.length + before.confirmation.length)
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
    ])
    expect(leftOutOf(planFor(world, insurer, after))).toEqual([])
  })
})

describe('what a file says and its copy does not', () => {
  it('is told before anything is written: who answers elsewhere, and names others declined', () => {
    const { world, insurer, broker, mapId, cards, lanes, stages, parties } = openSharedJourney()
    const [side, ownershipId, charge] = [newId(), newId(), newId()]
    const owner = { touchpointId: cards.broker, partyId: parties.broker } as const
    world.act(
      broker,
      { type: 'ownership.add', id: ownershipId, ...owner, accountability: 'accountable' },
      { type: 'responsibility.add', id: charge, ownershipId, person: 'Priya' },
      { type: 'responsibility.share', id: charge, with: 'map' },
    )
    world.act(insurer, {
      ...{ type: 'side.add', id: side, touchpointId: cards.insurer },
      ...{ laneId: lanes.broker, stageId: stages.place, rank: 'a7', name: 'They ask' },
    })
    world.act(broker, { type: 'side.decide', id: side, accept: false })
    const file = fileOf(world, insurer, mapId)
    expect(leftOutOf(planFor(world, insurer, file))).toEqual([
      '1 department or person behind a card is left out: only their own organisation names them.',
      '1 name for a card shared with another lane is left out: it was declined there.',
    ])
    // Whoever named them takes them over.
    expect(leftOutOf(planFor(world, broker, file))).toEqual([
      '1 name for a card shared with another lane is left out: it was declined there.',
    ])
  })
})
