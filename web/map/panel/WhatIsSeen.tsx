import type { Mark, Perspective, Responsibility } from '../../../shared/model/rows.ts'
import { saidInCharge } from '../../sharing/chargeWords.ts'
import { sayParties } from '../../sharing/markWords.ts'
import { saidInView } from '../../sharing/viewWords.ts'
import { useMapView } from '../MapContext.tsx'
import { markNames } from '../useMapCommands.ts'

/** What somebody with whom a row is shared reads of it, in the same words. */
export function WhatIsSeen({ row }: { row: Perspective | Mark | Responsibility }) {
  const { rows } = useMapView().ecosystem
  if ('feltByPartyId' in row) {
    return (
      <p>
        {markNames[row.kind]}
        {row.statement ? `: “${row.statement}”` : ', without words'}
        {sayParties(row, (id) => rows.get('party', id)?.name ?? 'a party')}
      </p>
    )
  }
  const said = 'region' in row ? saidInCharge(row) : saidInView(row)
  if (said.length === 0) return <p>Nothing yet, and what you write from then on.</p>
  return (
    <dl>
      {said.map(({ field, name, text }) => (
        <div key={field}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
