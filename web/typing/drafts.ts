// Words that are written and not sent yet wait in this tab for whoever writes them, whatever becomes of the field:
// `interlane.draft.<person>.<organisation>.<what they are about>.<row>.<field>`.
import type { Viewer } from '../../shared/audience/audience.ts'

export interface DraftPlace {
  /** Who writes; what one writes for another organisation lies apart. */
  author: Viewer
  /** Id of the row that was open meanwhile: a card, a map, a session. */
  about: string
  /** The row and field the words are for. */
  row: string
  field: string
}

const prefix = 'interlane.draft'

export function readDraft(place: DraftPlace): string | null {
  return sessionStorage.getItem(keyOf(place))
}

export function keepDraft(place: DraftPlace, text: string): void {
  try {
    sessionStorage.setItem(keyOf(place), text)
  } catch {
    // The storage is full: the words stay in their field.
  }
}

export function dropDraft(place: DraftPlace): void {
  sessionStorage.removeItem(keyOf(place))
}

/** What somebody has written about a row and not sent. */
export function draftsAbout({ personId, organisationId }: Viewer, about: string): string[] {
  return keysFrom(personId, organisationId, about).map((key) => sessionStorage.getItem(key) ?? '')
}

export function dropDraftsAbout({ personId, organisationId }: Viewer, about: string): void {
  for (const key of keysFrom(personId, organisationId, about)) sessionStorage.removeItem(key)
}

/** Leaves nothing of what this person was writing behind in this tab. */
export function forgetDrafts(personId: string): void {
  for (const key of keysFrom(personId)) sessionStorage.removeItem(key)
}

function keyOf({ author, about, row, field }: DraftPlace): string {
  return [prefix, author.personId, author.organisationId, about, row, field].join('.')
}

function keysFrom(...place: string[]): string[] {
  const start = `${[prefix, ...place].join('.')}.`
  const keys = Array.from({ length: sessionStorage.length }, (_, index) => sessionStorage.key(index) ?? '')
  return keys.filter((key) => key.startsWith(start))
}
