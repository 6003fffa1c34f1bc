import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { SelectedBy } from '../../live/SelectedBy.tsx'
import { Wash } from '../../live/Wash.tsx'
import { useCommands } from '../MapContext.tsx'
import type { HalfNodeType } from './bondsToFlow.ts'
import { CardHandles, usePointedAt } from './CardHandles.tsx'
import styles from './CardNode.module.css'

/** A touchpoint in the other lane that lives it, under the name it has there. */
export const HalfNode = memo(function HalfNode({ data }: NodeProps<HalfNodeType>) {
  const { half, card, homeName, lens, focused, chosen, joined } = data
  const commands = useCommands()
  const { isPointedAt, onPointerEnter } = usePointedAt()
  const { id, cardId, label, isProposed, relation } = half
  const words = isProposed ? `${homeName} asks to share it` : `one with ${homeName}`
  return (
    <div
      className={styles.card}
      data-card={cardId}
      data-side={id}
      data-relation={relation}
      data-dashed={isProposed || undefined}
      data-joined={joined}
      data-lens={lens}
      data-faded={card.isFaded}
      data-selected={chosen || undefined}
      data-focused={focused || undefined}
      onPointerEnter={onPointerEnter}
    >
      <button
        type="button"
        tabIndex={-1}
        className={styles.half}
        aria-label={`${label}; ${words}: ${card.touchpoint.name}`}
        onClick={() => {
          commands.focus(cardId)
          commands.openPanel(cardId)
        }}
      >
        <span className={styles.name}>{label}</span>
        <span className={styles.foot}>
          <span className={styles.together}>{words}</span>
        </span>
      </button>
      <Wash rowId={cardId} />
      <SelectedBy rowId={cardId} />
      {isPointedAt || chosen ? <CardHandles /> : null}
    </div>
  )
})
