// What the keys of the canvas do, for finding it by name: in the words of the help.
import type { Journey } from '../journey/journey.ts'
import { hasLenses, lenses, lensNames } from '../lens.ts'
import type { MapState } from '../mapState.ts'
import type { KeyAction } from './keys.ts'

export interface KeyCommand {
  label: string
  keys: string
  action: KeyAction
}

/** What can be done where the keys stand now, and with what is chosen. */
export function keyCommands(
  journey: Journey,
  { focusedId, selected }: MapState,
  readOnly: boolean,
): KeyCommand[] {
  const isOnCard = focusedId !== null && journey.cards.has(focusedId)
  const hasChosen = isOnCard || selected.size > 0
  return [
    ...(readOnly ? [] : editing(isOnCard, hasChosen)),
    ...(isOnCard ? ofCard : []),
    ...(hasLenses(journey) ? lookingThrough : []),
    ...always,
  ]
}

function editing(isOnCard: boolean, hasChosen: boolean): KeyCommand[] {
  return [
    { label: 'New card in this lane and stage', keys: 'N', action: { type: 'add' } },
    ...(isOnCard ? behind : []),
    ...(isOnCard ? changingCard : []),
    ...(hasChosen ? changingChosen : []),
    { label: 'Paste', keys: 'Ctrl V', action: { type: 'paste' } },
    { label: 'Tidy up: fewer links cross', keys: 'T', action: { type: 'tidy' } },
  ]
}

const behind: readonly KeyCommand[] = [
  { label: 'New card behind the scenes', keys: 'Shift N', action: { type: 'addBehind' } },
]

const changingCard: readonly KeyCommand[] = [
  { label: 'Name the card', keys: 'Enter', action: { type: 'enter' } },
  { label: 'Hand over: go to the receiving card, Enter', keys: 'H', action: { type: 'handoff' } },
]

const changingChosen: readonly KeyCommand[] = [
  { label: 'Mark pain', keys: 'P', action: { type: 'mark', kind: 'pain' } },
  { label: 'Mark delight', keys: 'D', action: { type: 'mark', kind: 'delight' } },
  { label: 'Mark moment of truth', keys: 'M', action: { type: 'mark', kind: 'momentOfTruth' } },
  { label: 'Duplicate', keys: 'Ctrl D', action: { type: 'duplicate' } },
  { label: 'Delete what is selected', keys: 'Delete', action: { type: 'delete' } },
]

const ofCard: readonly KeyCommand[] = [
  { label: 'Open the details', keys: 'Space', action: { type: 'open' } },
  { label: 'Owners of the card', keys: 'O', action: { type: 'owners' } },
  { label: 'Copy', keys: 'Ctrl C', action: { type: 'copy' } },
]

const lookingThrough: readonly KeyCommand[] = lenses.map((lens, index) => ({
  label: `Lens ${lensNames[lens]}`,
  keys: String(index + 1),
  action: { type: 'lens', lens },
}))

const always: readonly KeyCommand[] = [
  { label: 'Previous seam waiting on us', keys: '[', action: { type: 'seam', by: -1 } },
  { label: 'Next seam waiting on us', keys: ']', action: { type: 'seam', by: 1 } },
  { label: 'Select all', keys: 'Ctrl A', action: { type: 'all' } },
]
