import { sayFeeling } from '../../sharing/viewWords.ts'
import type { FeltStep } from './FeelingCurve.tsx'

interface FeelingTableProps {
  caption: string
  points: readonly FeltStep[]
}

/** The curve as a table, for those who do not see it. */
export function FeelingTable({ caption, points }: FeelingTableProps) {
  return (
    <table className="il-visually-hidden">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Touchpoint</th>
          <th scope="col">Stage</th>
          <th scope="col">Feeling it leaves</th>
          <th scope="col">Feeling it should leave</th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ id, name, stage, felt, desired }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{stage}</td>
            <td>{felt ? sayFeeling(felt.emotion, felt.intensity) : 'not said'}</td>
            <td>{desired ? sayFeeling(desired.emotion, desired.intensity) : 'not said'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
