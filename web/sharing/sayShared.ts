import type { SharedObject } from '../../shared/analysis/sharedOutside.ts'
import type { Confirmation, Mark, Perspective, Responsibility } from '../../shared/model/rows.ts'
import { markNames } from '../review/reviewWords.ts'
import { sayMinutes } from '../seam/seamWords.ts'

/** What a shared piece says, in the words others read. */
export function sayShared({ kind, row }: Pick<SharedObject, 'kind' | 'row'>): string {
  if (kind === 'perspective') return sayView(row as Perspective)
  if (kind === 'mark') return sayMark(row as Mark)
  if (kind === 'responsibility') return sayPerson(row as Responsibility)
  if (kind === 'confirmation') return answers[(row as Confirmation).state]
  return ''
}

const answers: Record<Confirmation['state'], string> = {
  confirmed: 'Confirmed',
  voided: 'Confirmed earlier terms',
  disputed: 'Disputed',
  withdrawn: 'Withdrawn',
}

function sayView(view: Perspective): string {
  const parts = [
    view.onBehalfOf === 'customer' ? 'For the customer' : '',
    view.performance === null ? '' : `${view.performance} of 10`,
    view.experiencedMinutes === null ? '' : `takes ${sayMinutes(view.experiencedMinutes)}`,
    view.statement ? `“${view.statement}”` : '',
    view.notes ? `“${view.notes}”` : '',
  ]
  return parts.filter(Boolean).join(', ') || 'No words yet'
}

function sayMark({ kind, statement }: Mark): string {
  return statement ? `${markNames[kind]}: “${statement}”` : markNames[kind]
}

function sayPerson({ department, region, person }: Responsibility): string {
  return [department, region, person].filter(Boolean).join(', ')
}
