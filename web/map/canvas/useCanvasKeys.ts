import { useReactFlow } from '@xyflow/react'
import { type KeyboardEvent, type RefObject, useCallback } from 'react'
import { useOffers } from '../../search/offers.ts'
import { isSingleKey, useSingleKeys } from '../../shell/singleKeys.ts'
import { allCells, type Cell } from '../drawing/cells.ts'
import { type Direction, firstCard, neighbourOf } from '../drawing/neighbours.ts'
import { carry, chosenCards, firstOpen } from '../gestures/carry.ts'
import { connect, crossesParties } from '../gestures/fromFlow.ts'
import type { JourneyCard } from '../journey/journey.ts'
import { useCommands } from '../MapContext.tsx'
import { focusOn } from '../mapState.ts'
import { focusPanel } from '../panel/focusPanel.ts'
import { tidyUp } from '../tidyUp.ts'
import { keyCommands } from './keyCommands.ts'
import { actionOfKey, type KeyAction } from './keys.ts'
import type { Pinning } from './usePinning.ts'

const nudge = 60

/** Keys of the canvas: they act only while it has the focus. */
export function useCanvasKeys(surface: RefObject<HTMLElement | null>, pinning: Pinning) {
  const commands = useCommands()
  const flow = useReactFlow()
  const hasSingleKeys = useSingleKeys()

  const reveal = useCallback(
    (id: string) => {
      const { drawing } = commands.view
      const card = drawing.cards.find((drawn) => drawn.id === id)
      const label = drawing.links.find((drawn) => drawn.id === id)?.label
      const at = card ? { ...card } : label ? { ...label, width: 0, height: 0 } : null
      const room = surface.current?.getBoundingClientRect()
      if (!at || !room) return
      const { x, y, zoom } = flow.getViewport()
      const left = at.x * zoom + x
      const top = at.y * zoom + y
      const right = room.width - (left + at.width * zoom)
      const bottom = pinning.roomAbove() - (top + at.height * zoom)
      const dx = left < nudge ? nudge - left : right < nudge ? right - nudge : 0
      const isPinned = pinning.pin !== null && at.y >= pinning.pin.top
      const dy = isPinned ? 0 : top < nudge ? nudge - top : bottom < nudge ? bottom - nudge : 0
      if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x + dx, y: y + dy, zoom })
    },
    [commands, flow, surface, pinning],
  )

  const go: Go = useCallback(
    (id, keeps = false) => {
      if (!id) return
      commands.view.setState((state) => (keeps ? { ...state, focusedId: id } : focusOn(state, id)))
      reveal(id)
    },
    [commands, reveal],
  )

  useOffers(() => {
    const { journey, state, readOnly } = commands.view
    return keyCommands(journey, state, readOnly !== null).map(({ action, ...named }) => ({
      ...named,
      id: named.label,
      act: () => {
        surface.current?.focus()
        act(action, go, commands)
      },
    }))
  })

  return useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      if (event.target !== surface.current || (!hasSingleKeys && isSingleKey(event))) return
      const action = actionOfKey(event)
      if (!action) return
      event.preventDefault()
      act(action, go, commands)
    },
    [commands, go, surface, hasSingleKeys],
  )
}

type Commands = ReturnType<typeof useCommands>

/** Brings a row into view and stands on it; what is chosen stays so where `keeps` says it. */
type Go = (id: string | null, keeps?: boolean) => void

type Performed = { [T in KeyAction['type']]: (action: Extract<KeyAction, { type: T }>) => void }

function act(action: KeyAction, go: Go, commands: Commands): void {
  const { state, drawing, journey, ecosystem, readOnly } = commands.view
  const card = state.focusedId ? journey.cards.get(state.focusedId) : undefined
  const perform: Performed = {
    arrow: ({ direction }) => go(nextCard(direction)),
    walk: ({ direction }) => go(nextCard(direction), true),
    choose: () => {
      if (card) commands.view.setState((now) => ({ ...now, selected: toggled(now.selected, card.id) }))
    },
    carry: ({ direction }) => {
      const move = carry(direction, commands.view)
      if (move) commands.move(move)
      else if (state.selected.size > 1) commands.say('One of them is at the edge: nothing has moved')
    },
    reorder: ({ by }) => {
      const chosen = chosenCards(state, journey)
      if (chosen.length === 0 || commands.reorder(chosen, by)) return
      const [it, end] = [chosen.length > 1 ? 'They are' : 'It is', by < 0 ? 'first' : 'last']
      commands.say(`${it} the ${end} of ${chosen.length > 1 ? 'their stages' : 'its stage'}`)
    },
    seam: ({ by }) => go(seamWaiting(by, commands)),
    enter: () => {
      if (state.linkingFrom && card) finishLink(state.linkingFrom, card.id, commands)
      else if (card) commands.rename(card.id)
      else commands.openPanel(state.focusedId)
    },
    open: () => {
      commands.openPanel(state.focusedId)
      focusPanel(state.focusedId, '')
    },
    add: () => {
      const cell = card
        ? cellOf(card, card.touchpoint.customerSees)
        : firstOpen(allCells(drawing, journey), (actions) => commands.whyNot(actions))
      if (cell) commands.addCard(cell)
    },
    addBehind: () => {
      if (!card) return
      const { isCustomer = false } = journey.lanes.find(({ id }) => id === card.laneId) ?? {}
      if (isCustomer) commands.say('Nothing in the end customer’s own lane is behind the scenes')
      else commands.addCard(cellOf(card, false))
    },
    handoff: () => {
      if (card && !readOnly) commands.view.setState((now) => ({ ...now, linkingFrom: card.id }))
    },
    mark: ({ kind }) => commands.toggleMark(kind),
    owners: () => {
      commands.openPanel(state.focusedId)
      commands.showMore(true)
      focusPanel(state.focusedId, 'Owners')
    },
    lens: ({ lens }) => commands.showLens(lens),
    undo: () => void ecosystem.undo(),
    redo: () => void ecosystem.redo(),
    delete: () => commands.removeSelected(),
    copy: () => commands.copy(),
    paste: () => commands.paste(),
    duplicate: () => commands.duplicate(),
    all: () => commands.view.setState((now) => ({ ...now, selected: new Set(journey.cards.keys()) })),
    tidy: () => void tidyUp(commands),
    help: () => commands.showHelp(),
    escape: () => {
      commands.openPanel(null)
      commands.view.setState((now) => ({ ...now, linkingFrom: null, selected: new Set() }))
    },
  }
  const performed = perform[action.type] as (action: KeyAction) => void
  performed(action)

  function nextCard(direction: Direction): string | null {
    return card ? neighbourOf(card.id, direction, drawing, journey) : firstCard(drawing, journey)
  }
}

/** Where a card stands, on one side of the line of visibility; what is seen is what a new card is anyway. */
function cellOf({ laneId, touchpoint: { stageId } }: JourneyCard, customerSees: boolean): Cell {
  return { laneId, stageId, ...(!customerSees && { customerSees }) }
}

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const others = new Set(chosen)
  if (!others.delete(id)) others.add(id)
  return others
}

function finishLink(from: string, to: string, commands: Commands): void {
  const { journey, drawing } = commands.view
  commands.view.setState((now) => ({ ...now, linkingFrom: null }))
  if (from === to) return
  if (crossesParties(from, to, journey)) {
    commands.view.setState((now) => ({ ...now, connecting: { from, to, at: null } }))
    return
  }
  const action = connect(from, to, {}, journey, drawing)
  if (commands.change([action], 'Link') && 'id' in action) {
    commands.focus(action.id)
    commands.openPanel(action.id)
  }
}

/** The next handoff that waits on us, in reading order. */
function seamWaiting(by: -1 | 1, { view: { journey, drawing, state } }: Commands): string | null {
  const waiting = drawing.links
    .filter(({ id }) => journey.links.get(id)?.waitsOnUs)
    .toSorted((left, right) => (left.label?.x ?? 0) - (right.label?.x ?? 0))
  const at = waiting.findIndex(({ id }) => id === state.focusedId)
  const start = at < 0 && by < 0 ? 0 : at
  return waiting.at((start + by) % Math.max(1, waiting.length))?.id ?? null
}
