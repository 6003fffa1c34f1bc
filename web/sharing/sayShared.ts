import type { SharedObject } from '../../shared/analysis/sharedOutside.ts'
import type { AnyRow, Confirmation } from '../../shared/model/rows.ts'
import { accountabilityNames } from '../map/words.ts'
import { markNames } from '../review/reviewWords.ts'
import { measureNames } from '../rounds/roundWords.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { saidInCharge } from './chargeWords.ts'
import { saidInView } from './viewWords.ts'

/** What a shared piece says, in the words others read. */
export function sayShared({ row }: Pick<SharedObject, 'row'>): string {
  return say(row) || 'No words yet'
}

/** What a piece that stands where others are says beside its name, or what kind of piece it is. */
export function sayStanding({ kind, row, why }: SharedObject, { rows, organisations }: Ecosystem): string {
  if ('accountability' in row)
    return `${rows.get('party', row.partyId)?.name ?? 'a party'}: ${accountabilityNames[row.accountability]}`
  if ('group' in row) return `“${row.text}”, by ${row.authorName}`
  if ('question' in row) return row.question
  if ('measures' in row) return row.measures.map((measure) => measureNames[measure]).join(', ')
  if ('doneAt' in row) return `${row.authorName}, ${row.state === 'done' ? 'done' : 'answering'}`
  if ('offeredAt' in row) return `offered to ${organisations.get(row.toOrganisationId) ?? 'a partner'}`
  if (kind === 'touchpoint') return why === 'coOwned' ? 'with us' : why === 'held' ? '' : 'described by us'
  return kindNames[kind] ?? ''
}

const kindNames: Partial<Record<SharedObject['kind'], string>> = {
  side: 'our name for it',
  move: 'proposed to move',
  lane: 'lane',
  stage: 'stage',
  map: 'what it is for',
  participant: 'we take part',
  party: 'party',
  ecosystem: 'what it is for',
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
  if ('askedAt' in row) return [row.text, row.answer && `“${row.answer}”`].filter(Boolean).join(': ')
  if ('accountability' in row) return accountabilityNames[row.accountability]
  if ('fromStageId' in row) return 'Proposed to move'
  if ('touchpointId' in row && 'stageId' in row) return `Our name for it: “${row.name}”`
  return 'region' in row
    ? saidInCharge(row)
        .map(({ text }) => text)
        .join(', ')
    : ''
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
