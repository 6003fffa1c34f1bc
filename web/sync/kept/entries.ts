// How kept edits lie in the browser's storage: `interlane.unsent.<person>.<organisation>.<ecosystem>.<client>.<number>`.
import type { Viewer } from '../../../shared/audience/audience.ts'
import type { EditReference } from '../../../shared/edits/reader.ts'
import { forgetEntered } from './entered.ts'
import { type KeptEdit, keptEdit } from './keeping.ts'

/** Whose edits, and of which ecosystem: none is ever read or sent for anybody else. */
export interface KeepingPlace extends Viewer {
  ecosystemId: string
}

const prefix = 'interlane.unsent'

export function keptKey(place: KeepingPlace, { clientId, number }: EditReference): string {
  return [prefix, place.personId, place.organisationId, place.ecosystemId, clientId, number].join('.')
}

/** What is kept for a person, in the order in which it was done; everywhere or in one place. */
export function readKept(
  storage: Storage,
  asked: Pick<KeepingPlace, 'personId'> & Partial<KeepingPlace>,
): { place: KeepingPlace; kept: KeptEdit }[] {
  return keysOf(storage, asked.personId)
    .flatMap((key) => {
      const place = placeOf(key)
      const isAsked =
        (asked.organisationId ?? place.organisationId) === place.organisationId &&
        (asked.ecosystemId ?? place.ecosystemId) === place.ecosystemId
      const kept = isAsked ? parse(storage.getItem(key)) : undefined
      return kept ? [{ place, kept }] : []
    })
    .sort((left, right) => left.kept.edit.number - right.kept.edit.number)
}

export function dropKept(storage: Storage, place: KeepingPlace, edit: EditReference): void {
  storage.removeItem(keptKey(place, edit))
}

/** Leaves nothing of what this person had written behind on the device. */
export function forgetKept(storage: Storage, personId: string): void {
  for (const key of keysOf(storage, personId)) storage.removeItem(key)
  forgetEntered(storage, personId)
}

function keysOf(storage: Storage, personId: string): string[] {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
  return keys.filter((key) => key.startsWith(`${prefix}.${personId}.`))
}

function placeOf(key: string): KeepingPlace {
  const [personId = '', organisationId = '', ecosystemId = ''] = key.slice(prefix.length + 1).split('.')
  return { personId, organisationId, ecosystemId }
}

function parse(text: string | null): KeptEdit | undefined {
  try {
    return keptEdit.safeParse(JSON.parse(text ?? '')).data
  } catch {
    return undefined
  }
}
