import { useEffect, useRef } from 'react'
import { useTellingField } from '../../live/useTellingField.ts'
import type { After } from '../useMapCommands.ts'
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
  const commit = (after: After) => finish(() => onCommit(field.current?.value ?? '', after))
  return (
    <textarea
      ref={field}
      className={`${styles.naming} nodrag nopan nowheel`}
      aria-label={isNew ? 'Name of the new touchpoint' : 'Name of the touchpoint'}
      placeholder="What happens here?"
      defaultValue={isNew ? '' : name}
      rows={2}
      maxLength={160}
      onBlur={() => commit('stay')}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') finish(onCancel)
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
