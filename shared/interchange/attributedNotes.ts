// What a file says in somebody's name, as notes that only the importing organisation sees.
import type { ActionInput } from '../edits/actions/actions.ts'
import type { AttributedNote } from '../model/rows.ts'
import { sayPlaceOfComments } from './commentPlace.ts'
import type { NewId } from './documentActions.ts'
import type { DocumentRow, MapDocument } from './mapDocument.ts'

type Source = Exclude<AttributedNote['source'], 'round' | 'contributionRequest'>
type SaidRow = { [S in Source]: DocumentRow<S> }[Source]

/**
 * What other organisations said becomes notes with their names: never again their views, marks or people in charge. Of
 * signatures and comments this is so for all, one's own too: a person signs and speaks for themselves.
 */
export function notesOfOthers(file: MapDocument, organisationId: string, newId: NewId): ActionInput[] {
  const names = new Map(file.organisations.map(({ id, name }) => [id, name]))
  const isOthers = (row: { organisationId: string }) => row.organisationId !== organisationId
  const said: [Source, SaidRow[]][] = [
    ['perspective', file.perspective.filter(isOthers)],
    ['mark', file.mark.filter(isOthers)],
    ['responsibility', file.responsibility.filter(isOthers)],
    ['confirmation', file.confirmation],
    ['comment', file.comment.toSorted(byMoment)],
  ]
  const told = new Told(file)
  return said.flatMap(([source, rows]) =>
    rows.flatMap((row): ActionInput[] => {
      const target = told.targetOf(row)
      if (!target) return []
      return [
        {
          ...{ type: 'attributedNote.add', id: newId(row.id), source },
          ...{ targetKind: target.targetKind, targetId: newId(target.targetId) },
          attributedTo: names.get(row.organisationId) ?? '',
          content: told.contentOf(row) as AttributedNote['content'],
        },
      ]
    }),
  )
}

/** Whether what a row is about is in the file: of views, marks, notes and comments, of signatures and people in charge. */
export function attachedTo(file: MapDocument): (row: object) => boolean {
  const told = new Told(file)
  return (row) => told.targetOf(row as SaidRow) !== undefined
}

type Target = Pick<AttributedNote, 'targetKind' | 'targetId'>

/** What a file says of a row beside the row itself. */
class Told {
  readonly #targets: ReadonlySet<string>
  readonly #parties: ReadonlyMap<string, string>
  readonly #cards: ReadonlyMap<string, string>
  readonly #authors: ReadonlyMap<string, string>
  readonly #sayPlace: (comment: DocumentRow<'comment'>) => string

  constructor(file: MapDocument) {
    const placed = (['lane', 'stage', 'touchpoint', 'link'] as const).flatMap((kind) =>
      file[kind].map(({ id }) => keyOf({ targetKind: kind, targetId: id })),
    )
    this.#targets = new Set([keyOf({ targetKind: 'map', targetId: file.map.id }), ...placed])
    this.#parties = new Map(file.party.map(({ id, name }) => [id, name]))
    this.#cards = new Map(file.ownership.map(({ id, touchpointId }) => [id, touchpointId]))
    this.#authors = new Map(file.comment.map(({ id, authorName }) => [id, authorName]))
    this.#sayPlace = sayPlaceOfComments(file)
  }

  targetOf(row: SaidRow): Target | undefined {
    const target = this.#namedBy(row)
    return target && this.#targets.has(keyOf(target)) ? target : undefined
  }

  #namedBy(row: SaidRow): Target | undefined {
    if ('linkId' in row) return { targetKind: 'link', targetId: row.linkId }
    if (!('ownershipId' in row)) return row
    const targetId = this.#cards.get(row.ownershipId)
    return targetId === undefined ? undefined : { targetKind: 'touchpoint', targetId }
  }

  /** What it names is told by name, as ids mean nothing in the copy. */
  contentOf(row: SaidRow): object {
    const kept = Object.entries(row).filter(([field]) => !isReference(field))
    return { ...Object.fromEntries(kept), ...this.#namesOf(row) }
  }

  #namesOf(row: SaidRow): object {
    if ('feltByPartyId' in row) {
      const nameOf = (partyId: string | null) => (partyId && this.#parties.get(partyId)) || ''
      return { feltBy: nameOf(row.feltByPartyId), causedBy: nameOf(row.causedByPartyId) }
    }
    if (!('replyToId' in row)) return {}
    const replyTo = (row.replyToId && this.#authors.get(row.replyToId)) || ''
    return { replyTo, about: this.#sayPlace(row) }
  }
}

function keyOf({ targetKind, targetId }: Target): string {
  return `${targetKind} ${targetId}`
}

/** What points into the file, or says how it was shared there, means nothing in the copy. */
function isReference(field: string): boolean {
  return field === 'id' || field.endsWith('Id') || ofTheFile.has(field)
}

const ofTheFile = new Set(['targetKind', 'sharedWithMap', 'unplacedFrom', 'mentions', 'termsHash'])

function byMoment(left: { writtenAt: string }, right: { writtenAt: string }): number {
  return left.writtenAt < right.writtenAt ? -1 : Number(left.writtenAt > right.writtenAt)
}
