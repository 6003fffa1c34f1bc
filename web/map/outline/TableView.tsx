import { createContext, memo, useContext, useMemo, useState } from 'react'
import { Cell, Column, Row, type SortDescriptor, Table, TableBody, TableHeader } from 'react-aria-components'
import { Wash } from '../../live/Wash.tsx'
import { WhoIsAtRow } from '../../live/WhoIsAt.tsx'
import { useCommands, useMapView } from '../MapContext.tsx'
import { isShownIn } from './cardColumns.ts'
import styles from './TableView.module.css'
import { columnsOf, type Line, type LineColumn, linesOf, sortedLines } from './tableLines.ts'

/** By touchpoint. Read by each cell, so that an edit draws what it changed and not the table anew. */
const LinesContext = createContext<ReadonlyMap<string, Line>>(new Map())

/** Every touchpoint in one row, sortable, walked with the arrow keys. */
export function TableView() {
  const { journey } = useMapView()
  const [sort, setSort] = useState<SortDescriptor | undefined>()
  const lines = useMemo(() => linesOf(journey), [journey])
  const byId = useMemo(() => new Map(lines.map((line) => [line.id, line])), [lines])
  const columns = useSame(columnsOf(journey.map.framework, lines), ({ id }) => id)
  const rows = useSame(sortedLines(lines, sort), ({ id }) => id)
  return (
    <LinesContext value={byId}>
      <Lines name={journey.map.name} columns={columns} rows={rows} sort={sort} onSort={setSort} />
    </LinesContext>
  )
}

interface LinesProps {
  name: string
  columns: ReturnType<typeof columnsOf>
  rows: readonly Pick<Line, 'id'>[]
  sort: SortDescriptor | undefined
  onSort(sort: SortDescriptor): void
}

const Lines = memo(function Lines({ name, columns, rows, sort, onSort }: LinesProps) {
  const commands = useCommands()
  return (
    <div className={styles.frame}>
      <Table
        className={styles.table!}
        aria-label={`Touchpoints of ${name}`}
        {...(sort ? { sortDescriptor: sort } : {})}
        onSortChange={onSort}
        onRowAction={(key) => {
          commands.focus(String(key))
          commands.openPanel(String(key))
        }}
      >
        <TableHeader columns={columns}>
          {({ id, label }) => (
            <Column id={id} isRowHeader={id === 'name'} allowsSorting className={styles.column!}>
              {label}
            </Column>
          )}
        </TableHeader>
        <TableBody items={rows} dependencies={[columns]} renderEmptyState={() => 'No touchpoints yet.'}>
          {(row) => (
            <Row id={row.id} columns={columns} className={styles.row!}>
              {({ id }) => (
                <Cell className={styles.cell!} data-column={id}>
                  <CellWords rowId={row.id} column={id} />
                  <Wash rowId={row.id} of={isShownIn(id)} />
                  {id === 'name' ? (
                    <>
                      {' '}
                      <WhoIsAtRow rowId={row.id} named />
                    </>
                  ) : null}
                </Cell>
              )}
            </Row>
          )}
        </TableBody>
      </Table>
    </div>
  )
})

function CellWords({ rowId, column }: { rowId: string; column: LineColumn }) {
  return useContext(LinesContext).get(rowId)?.[column] ?? ''
}

/** The list as it was while it names the same in the same order. */
function useSame<Item>(list: readonly Item[], nameOf: (item: Item) => string): readonly Item[] {
  const [kept, setKept] = useState(list)
  const isSame = kept.length === list.length && kept.every((item, at) => nameOf(item) === nameOf(list[at]!))
  if (!isSame) setKept(list)
  return isSame ? kept : list
}
