import { useEffect, useRef } from 'react'
import { useTellingField } from '../../live/useTellingField.ts'
import { useTyped } from '../../typing/useTyped.ts'
import type { After } from '../naming.ts'
import styles from './CardNode.module.css'

interface NameInPlaceProps {
  cardId: string
  name: string
  isNew: boolean
  onCommit(name: string, after: After): void
  onCancel(): void
}

/** Types a card's name where it stands: Enter goes on with the next card, Tab in the next stage, Escape leaves it. */
export function NameInPlace({ cardId, name, isNew, onCommit, onCancel }: NameInPlaceProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const isDone = useRef(false)
  useTellingField(isNew ? undefined : { kind: 'touchpoint', id: cardId }, 'name')
  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }, [])
  const finish = (act: () => void) => {
    if (isDone.current) return
    isDone.current = true
    act()
  }
  const then = useRef<After>('stay')
  const untouched = isNew ? '' : name
  const { shown, type, save, drop } = useTyped({
    value: untouched,
    take: (typed) => {
      finish(() => onCommit(typed, then.current))
      return true
    },
  })
  const commit = (after: After) => {
    then.current = after
    save()
    finish(() => onCommit(untouched, after))
  }
  const cancel = () => {
    drop()
    finish(onCancel)
  }
  return (
    <textarea
      ref={field}
      className={`${styles.naming} nodrag nopan nowheel`}
      aria-label={isNew ? 'Name of the new touchpoint' : 'Name of the touchpoint'}
      placeholder="What happens here?"
      value={shown}
      rows={2}
      maxLength={160}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => commit('stay')}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') cancel()
        else if (event.key === 'Enter') commit(isNew ? 'nextCard' : 'stay')
        else if (event.key === 'Tab' && !event.shiftKey && isNew) commit('nextStage')
        else return
        event.preventDefault()
        // Without this the keys of the canvas would be dead until the next click.
        field.current?.closest<HTMLElement>('section')?.focus({ preventScroll: true })
      }}
    />
  )
}
