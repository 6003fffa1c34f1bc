// Typing the name of a card in place, of a new one or of one that stands, and where the keys go on from there.
import { type Cell, stagesOf } from './drawing/cells.ts'
import { cardsIn, rankIn } from './gestures/fromFlow.ts'
import { rankBetween } from './gestures/ranks.ts'
import { stageIdOf } from './journey/layoutInput.ts'
import { focusOn, namingId } from './mapState.ts'
import type { MapCommands } from './useMapCommands.ts'

export type After = 'stay' | 'nextCard' | 'nextStage'

type Commands = Pick<MapCommands, 'view' | 'allows' | 'change'>

export function beginCard(cell: Cell, before: string | null, commands: Commands): void {
  const { readOnly, journey, setState } = commands.view
  if (readOnly) return
  const draft = { ...cell, id: crypto.randomUUID(), rank: rankIn(cell, before, journey) }
  if (!commands.allows([{ type: 'touchpoint.add', ...draft, name: 'New' }], 'Add a touchpoint')) return
  setState((state) => ({ ...focusOn(state, draft.id), naming: { kind: 'new', draft } }))
}

export function beginRename(id: string, commands: Commands): void {
  const { readOnly, journey, setState } = commands.view
  const card = journey.cards.get(id)
  if (readOnly || !card) return
  const { name } = card.touchpoint
  if (!commands.allows([{ type: 'touchpoint.change', id, fields: { name } }], `Rename "${name}"`)) return
  setState((state) => ({ ...focusOn(state, id), naming: { kind: 'rename', id } }))
}

export function cancelName({ view: { journey, setState } }: Commands): void {
  setState((state) => {
    if (state.naming?.kind !== 'new') return { ...state, naming: null }
    const { draft } = state.naming
    const earlier = cardsIn(draft, journey).filter(({ touchpoint }) => touchpoint.rank < draft.rank)
    return { ...focusOn(state, earlier.at(-1)?.id ?? null), naming: null }
  })
}

export function commitName(typed: string, after: After, commands: Commands): void {
  const { state, journey, setState } = commands.view
  const { naming } = state
  const name = typed.trim()
  if (!naming) return
  const id = namingId(naming)!
  const touchpoint = journey.cards.get(id)?.touchpoint
  const place = touchpoint ?? (naming.kind === 'new' ? naming.draft : null)
  if (name === '') {
    cancelName(commands)
    return
  }
  // Where the card or its lane is gone by now, the refusal gives back what was typed.
  const made =
    place && naming.kind === 'new'
      ? commands.change(
          [{ type: 'touchpoint.add', ...cellOf(place), id, rank: place.rank, name }],
          `Add "${name}"`,
        )
      : touchpoint?.name === name ||
        commands.change([{ type: 'touchpoint.change', id, fields: { name } }], `Rename to "${name}"`)
  setState((now) => ({ ...focusOn(now, made ? id : null), naming: null }))
  if (!made || !place) return
  if (after === 'nextCard' && naming.kind === 'new') addAfter(cellOf(place), place.rank, commands)
  if (after === 'nextStage') addInNextStage(cellOf(place), commands)
}

function addAfter(cell: Cell, rank: string, { view: { journey, ecosystem, setState } }: Commands): void {
  const next = cardsIn(cell, journey).find(({ touchpoint }) => touchpoint.rank > rank)
  // The card just made is not in the journey of this render: its rank counts all the same.
  const follower = next ? ecosystem.rows.get('touchpoint', next.id) : undefined
  const draft = { ...cell, id: crypto.randomUUID(), rank: rankBetween(rank, follower?.rank ?? null) }
  setState((state) => ({ ...focusOn(state, draft.id), naming: { kind: 'new', draft } }))
}

function addInNextStage({ stageId, ...place }: Cell, commands: Commands): void {
  const { drawing, journey } = commands.view
  const stages = stagesOf(place.laneId, drawing, journey).map(({ id }) => stageIdOf(id))
  const next = stages[stages.indexOf(stageId) + 1]
  if (next) beginCard({ ...place, stageId: next }, null, commands)
}

function cellOf({ laneId, stageId, customerSees = true }: Cell): Cell {
  return { laneId, stageId, ...(!customerSees && { customerSees }) }
}
