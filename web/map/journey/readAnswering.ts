import { type Answering, whoAnswers } from '../../../shared/analysis/whoAnswers.ts'
import { living, type Reading } from './readJourney.ts'

/** Who answers for an owner's part inside: our own row if it names somebody, else one that was shared with us. */
export function readAnswering(
  ownershipId: string,
  { rows, organisationId, hasLeft = nobody }: Reading,
): Answering | null {
  const named = living(rows.list('responsibility', 'ownershipId', ownershipId)).filter(
    ({ person }) => person !== '',
  )
  const ours = named.find((row) => row.organisationId === organisationId)
  const row = ours ?? named[0]
  return row ? whoAnswers(row.person, row === ours ? hasLeft : nobody) : null
}

const nobody = () => false
