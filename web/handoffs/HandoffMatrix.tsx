import { Link } from '@tanstack/react-router'
import {
  cellOf,
  handoffMatrix,
  type MatrixCell,
  type MatrixPlace,
} from '../../shared/analysis/handoffMatrix.ts'
import type { HandoffEntry } from '../../shared/analysis/handoffs.ts'
import { SeamMark } from '../seam/SeamMark.tsx'
import { Monogram } from '../shell/Monogram.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './HandoffMatrix.module.css'
import { sayCell } from './sayCell.ts'
import { seamOf } from './seamOf.ts'

/** Who hands to whom: givers in rows, takers in columns, the seams between them in the cells. */
export function HandoffMatrix({ ecosystem, entries }: { ecosystem: Ecosystem; entries: HandoffEntry[] }) {
  const { rows, author, organisations } = ecosystem
  const matrix = handoffMatrix(entries, organisations)
  const tierOf = ({ partyIds }: MatrixPlace) =>
    Math.max(...partyIds.map((id) => rows.get('party', id)?.tier ?? -1))
  const places = matrix.places.toSorted((left, right) => tierOf(right) - tierOf(left))
  const relation = (organisationId: string | null) =>
    organisationId === author.organisationId ? ('yours' as const) : ('others' as const)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className={styles.frame} tabIndex={0} aria-label="Who hands to whom">
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              hands over ↓ to →
            </th>
            {places.map(({ id, name, organisationId }) => (
              <th key={id} scope="col" data-relation={relation(organisationId)}>
                <span className={styles.head}>
                  <Monogram
                    name={name}
                    relation={relation(organisationId)}
                    appearance={organisationId ? 'filled' : 'outlined'}
                  />
                  {name}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((giver) => (
            <tr key={giver.id}>
              <th scope="row" data-relation={relation(giver.organisationId)}>
                <span className={styles.head}>
                  <Monogram
                    name={giver.name}
                    relation={relation(giver.organisationId)}
                    appearance={giver.organisationId ? 'filled' : 'outlined'}
                  />
                  {giver.name}
                </span>
              </th>
              {places.map((taker) => {
                const cell = cellOf(matrix, giver.id, taker.id)
                return (
                  <td key={taker.id} data-same={giver.id === taker.id || undefined}>
                    {cell ? (
                      <Cell ecosystem={ecosystem} cell={cell} between={`${giver.name} to ${taker.name}`} />
                    ) : null}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const mostMarks = 8

function Cell({ ecosystem, cell, between }: { ecosystem: Ecosystem; cell: MatrixCell; between: string }) {
  const { ecosystemId, author } = ecosystem
  const { first, second } = sayCell(cell)
  return (
    <Link
      to="/ecosystems/$ecosystemId/handoffs"
      params={{ ecosystemId }}
      search={(before) => ({ ...before, view: undefined, from: cell.fromId, to: cell.toId })}
      className={styles.cell}
      aria-label={`${between}: ${first}${second ? `, ${second}` : ''}`}
    >
      <span className={styles.marks}>
        {cell.entries.slice(0, mostMarks).map((entry) => (
          <SeamMark key={entry.link.id} {...seamOf(entry, author.organisationId)} radius={9} decorative />
        ))}
      </span>
      <span className={styles.first}>{first}</span>
      {second ? (
        <span className={styles.second} data-broken={cell.broken > 0 || undefined}>
          {second}
        </span>
      ) : null}
    </Link>
  )
}
