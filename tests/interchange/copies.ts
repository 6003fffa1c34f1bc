// Files of maps and their copies, in a world in memory.
import { stories } from '../../seeds/stories.ts'
import type { VisibleRow } from '../../shared/edits/exchange.ts'
import { type MapDocument, mapDocument, writeMapDocument } from '../../shared/interchange/mapDocument.ts'
import { planDocumentImport } from '../../shared/interchange/planDocumentImport.ts'
import { rowKinds } from '../../shared/model/rows.ts'
import type { Author } from '../../shared/rules/author.ts'
import { newId } from '../support/journey.ts'
import { MemoryEcosystem } from '../support/memoryEcosystem.ts'

/** The file of a map as its reader gets it, after a journey as text. */
export function fileOf(world: MemoryEcosystem, reader: Author, mapId: string): MapDocument {
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

export function planFor(world: MemoryEcosystem, author: Author, file: MapDocument) {
  const seen = world.seenBy(author)
  const place = {
    parties: seen.all('party'),
    maps: seen.all('map'),
    organisationId: author.organisationId,
    personId: author.personId,
    newId,
  }
  return planDocumentImport(file, place)
}

export function importInto(world: MemoryEcosystem, author: Author, file: MapDocument): string {
  const plan = planFor(world, author, file)
  world.act(author, ...plan.actions)
  return plan.mapId
}

export const leftOutOf = ({ notes }: ReturnType<typeof planFor>) =>
  notes.flatMap(({ level, message }) => (level === 'skipped' ? [message] : []))

export const changesOf = ({ notes }: ReturnType<typeof planFor>) =>
  notes.flatMap(({ level, message }) => (level === 'changed' ? [message] : []))

/** The copy in an ecosystem of the importer's own, as a partner takes a file along. */
export function copyElsewhere(author: Author, file: MapDocument): MapDocument {
  const world = new MemoryEcosystem(newId())
  const founding = { ...author, grant: { kind: 'founding' } } as const
  world.act(founding, { type: 'ecosystem.add', id: world.id, name: 'Our own' })
  return fileOf(world, author, importInto(world, author, file))
}
