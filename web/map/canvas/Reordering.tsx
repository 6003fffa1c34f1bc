import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import { useCommands } from '../MapContext.tsx'
import { type Gap, gapAt } from './gapAt.ts'
import styles from './Reordering.module.css'

interface ReorderingProps {
  id: string
  name: string
  /** Stages lie side by side, lanes below each other. */
  axis: 'x' | 'y'
  /** The ids of the row it belongs to, in order. */
  row(): readonly string[]
  /** The edit that puts it before another of the row, or last; null where it stands there already. */
  move(before: string | null): ActionInput | null
  children: ReactNode
}

interface Drag extends Gap {
  x: number
  y: number
  /** Why it may not be there, or null. */
  reason: string | null
}

const threshold = 5

/**
 * A heading that one can take and drag to another place in its row: the place is shown meanwhile, and letting go is one
 * edit. With the keys its menu moves it.
 */
export function Reordering({ id, name, axis, row, move, children }: ReorderingProps) {
  const commands = useCommands()
  const [drag, setDrag] = useState<Drag | null>(null)
  const end = useRef(() => {})
  const isDragged = useRef(false)
  useEffect(() => () => end.current(), [])

  function press(event: PointerEvent) {
    end.current()
    isDragged.current = false
    if (event.button !== 0 || commands.view.readOnly) return
    const start = { x: event.clientX, y: event.clientY }
    let at: Drag | null = null
    const follow = (later: globalThis.PointerEvent) => {
      const { clientX: x, clientY: y } = later
      if (!isDragged.current && Math.hypot(x - start.x, y - start.y) < threshold) return
      isDragged.current = true
      const gap = gapAt(axis, { x, y }, row().flatMap(headingOf))
      const action = gap && move(gap.before)
      at = gap && { ...gap, x, y, reason: action ? commands.whyNot([action]) : null }
      setDrag(at)
    }
    const drop = () => {
      end.current()
      const action = at && move(at.before)
      if (action) commands.change([action], `Move "${name}"`)
    }
    const cancel = (pressed: KeyboardEvent) => {
      if (pressed.key === 'Escape') end.current()
    }
    const away = () => end.current()
    window.addEventListener('pointermove', follow)
    window.addEventListener('pointerup', drop)
    window.addEventListener('pointercancel', away)
    window.addEventListener('keydown', cancel)
    end.current = () => {
      window.removeEventListener('pointermove', follow)
      window.removeEventListener('pointerup', drop)
      window.removeEventListener('pointercancel', away)
      window.removeEventListener('keydown', cancel)
      end.current = () => {}
      setDrag(null)
    }
  }

  return (
    <span
      className={styles.heading}
      onPointerDown={press}
      // A drag that ends where it began is no click.
      onClickCapture={(event) => {
        if (isDragged.current) event.stopPropagation()
      }}
    >
      {children}
      {drag ? createPortal(<Mark drag={drag} name={name} axis={axis} />, document.body) : null}
    </span>
  )

  function headingOf(other: string) {
    const element = document.querySelector(`[data-heading="${other}"]`)
    return element ? [{ id: other, isMoving: other === id, room: element.getBoundingClientRect() }] : []
  }
}

function Mark({ drag, name, axis }: { drag: Drag; name: string; axis: 'x' | 'y' }) {
  const { at, from, to, x, y, reason } = drag
  const line =
    axis === 'x'
      ? { left: at - 2, top: from, height: to - from }
      : { left: from, top: at - 2, width: to - from }
  return (
    <>
      <span
        className={styles.line}
        data-axis={axis}
        data-refused={reason !== null || undefined}
        style={line}
      />
      <span className={styles.held} style={{ left: x + 12, top: y + 12 }} role="status">
        {reason ?? name}
      </span>
    </>
  )
}
