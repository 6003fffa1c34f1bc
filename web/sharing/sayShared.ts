import type { SharedObject } from '../../shared/analysis/sharedOutside.ts'
import type { AnyRow, Confirmation } from '../../shared/model/rows.ts'
import { markNames } from '../review/reviewWords.ts'
import { measureNames } from '../rounds/roundWords.ts'
import { saidInView } from './viewWords.ts'

/** What a shared piece says, in the words others read. */
export function sayShared({ row }: Pick<SharedObject, 'row'>): string {
  return say(row) || 'No words yet'
}

function say(row: AnyRow): string {
  if ('onBehalfOf' in row) {
    const said = saidInView(row).map(({ field, name, text }) =>
      short.has(field) ? text : `${name}: ${text}`,
    )
    return [row.onBehalfOf === 'customer' ? 'For the customer' : '', ...said].filter(Boolean).join(' · ')
  }
  if ('feltByPartyId' in row) return withWords(markNames[row.kind], row.statement)
  if ('termsHash' in row) return withWords(answers[row.state], row.note)
  if ('measure' in row) {
    const score = row.score === null ? 'not rated' : `${row.score} of 10`
    return withWords(`${measureNames[row.measure]}, ${score}`, row.reason)
  }
  if ('mentions' in row) return `${row.authorName}: “${row.text}”`
  if ('attributedTo' in row) return `What ${row.attributedTo} said in an imported file`
  if ('askedAt' in row) return row.text
  return 'region' in row ? [row.department, row.region, row.person].filter(Boolean).join(', ') : ''
}

const short: ReadonlySet<string> = new Set(['performance', 'statement', 'notes'])

const answers: Record<Confirmation['state'], string> = {
  confirmed: 'Confirmed',
  voided: 'Confirmed earlier terms',
  disputed: 'Disputed',
  withdrawn: 'Withdrawn',
}

function withWords(what: string, words: string): string {
  return words ? `${what}: “${words}”` : what
}
