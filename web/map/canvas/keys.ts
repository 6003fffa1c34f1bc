import type { MarkKind } from '../../../shared/model/perspective.ts'
import type { Direction } from '../drawing/neighbours.ts'
import { type Lens, lenses } from '../lens.ts'

export type KeyAction =
  | { type: 'arrow'; direction: Direction }
  | { type: 'walk'; direction: Direction }
  | { type: 'carry'; direction: Direction }
  | { type: 'reorder'; by: -1 | 1 }
  | { type: 'mark'; kind: MarkKind }
  | { type: 'lens'; lens: Lens }
  | { type: 'seam'; by: -1 | 1 }
  | { type: PlainKey }

type PlainKey =
  | 'enter'
  | 'open'
  | 'choose'
  | 'add'
  | 'addBehind'
  | 'handoff'
  | 'owners'
  | 'undo'
  | 'redo'
  | 'delete'
  | 'copy'
  | 'paste'
  | 'duplicate'
  | 'all'
  | 'tidy'
  | 'help'
  | 'escape'

interface Pressed {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

/** Every key of the canvas in words, for the help. */
export const keyHelp: readonly { keys: string; does: string }[] = [
  { keys: 'Arrows', does: 'follow links and lanes' },
  { keys: 'Ctrl Arrows', does: 'go on without letting go of what is chosen' },
  { keys: 'Shift Space, Ctrl Space', does: 'choose one more, or let it go' },
  { keys: 'Shift Arrows', does: 'move what is chosen to another stage or lane' },
  { keys: 'Alt Up, Alt Down', does: 'move what is chosen earlier or later within its stage' },
  { keys: 'Enter', does: 'name the card; while naming, the next card' },
  { keys: 'Tab', does: 'while naming: the next stage' },
  { keys: 'N', does: 'new card in this lane and stage' },
  { keys: 'Shift N', does: 'the same behind the scenes, below the line of visibility' },
  { keys: 'Space', does: 'open the details' },
  { keys: 'H', does: 'hand over: go to the receiving card, Enter' },
  { keys: 'P  D  M', does: 'mark pain, delight, moment of truth, for us alone until we share it' },
  { keys: 'O', does: 'owners' },
  { keys: '1 – 4', does: 'lenses Plan, Owners, Heat, Seams' },
  { keys: '[  ]', does: 'previous and next seam waiting on us' },
  { keys: 'T', does: 'tidy up: fewer links cross' },
  { keys: 'Ctrl Z, Ctrl Shift Z', does: 'undo, redo what I did' },
  { keys: 'Ctrl C, V, D, A', does: 'copy, paste, duplicate, select all' },
  { keys: 'Delete', does: 'delete what is selected' },
  { keys: 'Esc', does: 'close, let go' },
  { keys: '?', does: 'this help' },
]

/** @returns null for keys that are none of ours. */
export function actionOfKey(pressed: Pressed): KeyAction | null {
  if (pressed.altKey) return withAlt(pressed)
  if (pressed.ctrlKey || pressed.metaKey) return withControl(pressed)
  const direction = directions[pressed.key]
  if (direction) return { type: pressed.shiftKey ? 'carry' : 'arrow', direction }
  // Where Cmd Space and Ctrl Space are the system's own.
  if (pressed.key === ' ' && pressed.shiftKey) return { type: 'choose' }
  if (pressed.key.toLowerCase() === 'n' && pressed.shiftKey) return { type: 'addBehind' }
  const lens = lenses[Number(pressed.key) - 1]
  if (lens) return { type: 'lens', lens }
  return plain[pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key] ?? null
}

const directions: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

const plain: Record<string, KeyAction> = {
  Enter: { type: 'enter' },
  F2: { type: 'enter' },
  ' ': { type: 'open' },
  n: { type: 'add' },
  Insert: { type: 'add' },
  h: { type: 'handoff' },
  p: { type: 'mark', kind: 'pain' },
  d: { type: 'mark', kind: 'delight' },
  m: { type: 'mark', kind: 'momentOfTruth' },
  o: { type: 'owners' },
  t: { type: 'tidy' },
  '[': { type: 'seam', by: -1 },
  ']': { type: 'seam', by: 1 },
  Delete: { type: 'delete' },
  Backspace: { type: 'delete' },
  Escape: { type: 'escape' },
  '?': { type: 'help' },
}

function withAlt({ key, ctrlKey, metaKey, shiftKey }: Pressed): KeyAction | null {
  if (ctrlKey || metaKey || shiftKey) return null
  if (key === 'ArrowUp') return { type: 'reorder', by: -1 }
  return key === 'ArrowDown' ? { type: 'reorder', by: 1 } : null
}

function withControl({ key, shiftKey }: Pressed): KeyAction | null {
  const direction = directions[key]
  if (direction) return shiftKey ? null : { type: 'walk', direction }
  if (key === ' ') return { type: 'choose' }
  const letter = key.toLowerCase()
  if (letter === 'z') return { type: shiftKey ? 'redo' : 'undo' }
  const types = { y: 'redo', c: 'copy', v: 'paste', d: 'duplicate', a: 'all' } as const
  const type = types[letter as keyof typeof types]
  return type ? { type } : null
}
