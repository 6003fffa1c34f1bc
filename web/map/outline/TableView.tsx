import { useState } from 'react'
import { Cell, Column, Row, type SortDescriptor, Table, TableBody, TableHeader } from 'react-aria-components'
import type { MapFramework } from '../../../shared/model/map.ts'
import { isDefined } from '../../../shared/model/touchpoint.ts'
import { Wash } from '../../live/Wash.tsx'
import { WhoIsAtRow } from '../../live/WhoIsAt.tsx'
import { ownerWords } from '../canvas/ownerWords.ts'
import { turnWords } from '../canvas/turnWords.ts'
import type { CardSide } from '../journey/journey.ts'
import { sayPerceptions } from '../journey/readPerceptions.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import { stepWords } from '../steps.ts'
import { markNames } from '../useMapCommands.ts'
import { channelNames, kindNames } from '../words.ts'
import { isShownIn } from './cardColumns.ts'
import { outlineOf } from './outlineOf.ts'
import styles from './TableView.module.css'

interface Line {
  id: string
  name: string
  lane: string
  stage: string
  kind: string
  happens: string
  documents: string
  turn: string
  channel: string
  layer: string
  seen: string
  owners: string
  marks: string
  scores: string
  defined: string
}

const columns: { id: keyof Line; label: string }[] = [
  { id: 'name', label: 'Touchpoint' },
  { id: 'lane', label: 'Who lives it' },
  { id: 'stage', label: 'Stage' },
  { id: 'kind', label: 'Kind' },
  { id: 'happens', label: 'What happens' },
  { id: 'documents', label: 'Documents' },
  { id: 'turn', label: 'Options, reasons' },
  { id: 'channel', label: 'Channel' },
  { id: 'layer', label: 'Layer' },
  { id: 'seen', label: 'Customer sees it' },
  { id: 'owners', label: 'Owners' },
  { id: 'marks', label: 'Marks' },
  { id: 'scores', label: 'How well it works' },
  { id: 'defined', label: 'Experience' },
]

/** Every touchpoint in one row, sortable, walked with the arrow keys. */
export function TableView() {
  const { journey } = useMapView()
  const commands = useCommands()
  const [sort, setSort] = useState<SortDescriptor | undefined>()
  const lines = outlineOf(journey).flatMap(({ lane, stages }) =>
    stages.flatMap(({ stage, cards }) =>
      cards.flatMap(({ card: { id, touchpoint, owners, marks, sides, perceptions }, side }): Line[] => {
        // One touchpoint is one row, whoever shares it.
        if (side) return []
        const line = {
          id,
          name: touchpoint.name,
          lane: [lane.name, ...sides.map(sayShared)].join(', '),
          stage: stage.name,
          kind: kindNames[touchpoint.kind],
          happens: stepWords(touchpoint.description),
          documents: touchpoint.documents.map(({ name }) => name).join(', '),
          turn: turnWords(touchpoint).join('; '),
          channel: touchpoint.channel ? channelNames[touchpoint.channel] : '',
          layer: touchpoint.layer ?? '',
          seen: touchpoint.customerSees ? 'yes' : 'no, behind the scenes',
          owners: owners.map(ownerWords).join('; '),
          marks: [...marks].map((mark) => markNames[mark]).join(', '),
          scores: sayPerceptions(perceptions),
          defined: isDefined(touchpoint) ? 'defined' : '',
        }
        return [line]
      }),
    ),
  )
  const shown = columnsOf(journey.map.framework, lines)
  return (
    <div className={styles.frame}>
      <Table
        className={styles.table!}
        aria-label={`Touchpoints of ${journey.map.name}`}
        {...(sort ? { sortDescriptor: sort } : {})}
        onSortChange={setSort}
        onRowAction={(key) => {
          commands.focus(String(key))
          commands.openPanel(String(key))
        }}
      >
        <TableHeader columns={shown}>
          {({ id, label }) => (
            <Column id={id} isRowHeader={id === 'name'} allowsSorting className={styles.column!}>
              {label}
            </Column>
          )}
        </TableHeader>
        <TableBody items={sorted(lines, sort)} renderEmptyState={() => 'No touchpoints yet.'}>
          {(line) => (
            <Row id={line.id} columns={shown} className={styles.row!}>
              {({ id }) => (
                <Cell className={styles.cell!} data-column={id}>
                  {line[id]}
                  {id === 'id' ? null : <Wash rowId={line.id} of={isShownIn(id)} />}
                  {id === 'name' ? (
                    <>
                      {' '}
                      <WhoIsAtRow rowId={line.id} named />
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
}

/** A strategic map has touchpoints and their stages only; of the others, a column in which nothing stands is left out. */
function columnsOf(framework: MapFramework, lines: readonly Line[]): typeof columns {
  const isShown = (id: keyof Line) => framework !== 'strategic' && lines.some((line) => line[id] !== '')
  return columns.filter(({ id }) => plain.has(id) || isShown(id))
}

const plain: ReadonlySet<keyof Line> = new Set(['name', 'lane', 'stage', 'kind'] as const)

function sayShared({ partyName, label, isProposed }: CardSide): string {
  return isProposed ? `${partyName} is asked` : `with ${partyName} (“${label}”)`
}

function sorted(lines: Line[], sort: SortDescriptor | undefined): Line[] {
  if (!sort) return lines
  const key = sort.column as keyof Line
  const sign = sort.direction === 'descending' ? -1 : 1
  return lines.toSorted((left, right) => sign * left[key].localeCompare(right[key]))
}
