// What the table of a map says: a line for each touchpoint, and the columns in which something stands.
import type { SortDescriptor } from 'react-aria-components'
import type { MapFramework } from '../../../shared/model/map.ts'
import { isDefined } from '../../../shared/model/touchpoint.ts'
import { ownerWords } from '../canvas/ownerWords.ts'
import { turnWords } from '../canvas/turnWords.ts'
import type { CardSide, Journey } from '../journey/journey.ts'
import { sayPerceptions } from '../journey/readPerceptions.ts'
import { stepWords } from '../steps.ts'
import { markNames } from '../useMapCommands.ts'
import { channelNames, kindNames } from '../words.ts'
import { outlineOf } from './outlineOf.ts'

export interface Line {
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

export type LineColumn = Exclude<keyof Line, 'id'>

const columns: readonly { id: LineColumn; label: string }[] = [
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

/** In reading order; one touchpoint is one line, whoever shares it. */
export function linesOf(journey: Journey): Line[] {
  return outlineOf(journey).flatMap(({ lane, stages }) =>
    stages.flatMap(({ stage, cards }) =>
      cards.flatMap(({ card: { id, touchpoint, owners, marks, sides, perceptions }, side }): Line[] => {
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
}

/** A strategic map has touchpoints and their stages only; of the others, a column in which nothing stands is left out. */
export function columnsOf(framework: MapFramework, lines: readonly Line[]): typeof columns {
  const isShown = (id: LineColumn) => framework !== 'strategic' && lines.some((line) => line[id] !== '')
  return columns.filter(({ id }) => plain.has(id) || isShown(id))
}

const plain: ReadonlySet<LineColumn> = new Set(['name', 'lane', 'stage', 'kind'] as const)

function sayShared({ partyName, label, isProposed }: CardSide): string {
  return isProposed ? `${partyName} is asked` : `with ${partyName} (“${label}”)`
}

export function sortedLines(lines: Line[], sort: SortDescriptor | undefined): Line[] {
  if (!sort) return lines
  const key = sort.column as LineColumn
  const sign = sort.direction === 'descending' ? -1 : 1
  return lines.toSorted((left, right) => sign * left[key].localeCompare(right[key]))
}
