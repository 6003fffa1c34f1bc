import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { SelectedBy } from '../../live/SelectedBy.tsx'
import { Wash } from '../../live/Wash.tsx'
import type { JourneyCard } from '../journey/journey.ts'
import { bandOf } from '../journey/readPerformance.ts'
import type { Heat } from '../lens.ts'
import { useCommands } from '../MapContext.tsx'
import { CardFoot } from './CardFoot.tsx'
import { CardHandles, usePointedAt } from './CardHandles.tsx'
import styles from './CardNode.module.css'
import { CornerTab } from './CornerTab.tsx'
import { cardWords } from './cardWords.ts'
import { NameInPlace } from './NameInPlace.tsx'
import { delivers } from './ownerWords.ts'
import type { CardNodeType } from './toFlow.ts'

/** A touchpoint on the canvas. Edge handles are there only while one can use them. */
export const CardNode = memo(function CardNode({ id, data, selected }: NodeProps<CardNodeType>) {
  const { card, lens, heat, focused, naming, place, joined } = data
  const commands = useCommands()
  const { isPointedAt, onPointerEnter } = usePointedAt()
  const { touchpoint } = card
  return (
    // biome-ignore lint/a11y/useSemanticElements: a card is no part of a form
    <div
      className={styles.card}
      data-card={id}
      data-relation={card.relation}
      data-dashed={card.isDashed || undefined}
      data-proposed={touchpoint.state === 'proposed' || undefined}
      data-joined={joined}
      data-lens={lens}
      data-unowned={(lens === 'owners' && !card.owners.some(delivers)) || undefined}
      data-ours={card.owners.some(({ relation }) => relation === 'yours') || undefined}
      data-faded={card.isFaded}
      data-selected={selected || undefined}
      data-focused={focused || undefined}
      data-heat={lens === 'heat' ? heatOf(card, heat) : undefined}
      role="group"
      aria-label={cardWords(card, place)}
      onPointerEnter={onPointerEnter}
    >
      {naming ? (
        <NameInPlace
          cardId={id}
          name={touchpoint.name}
          isNew={commands.view.state.naming?.kind === 'new'}
          onCommit={(name, after) => commands.commitName(name, after)}
          onCancel={() => commands.cancelName()}
        />
      ) : (
        <span className={styles.name}>{touchpoint.name}</span>
      )}
      <CardFoot card={card} lens={lens} />
      <CornerTab card={card} lens={lens} heat={heat} />
      <Wash rowId={id} />
      <SelectedBy rowId={id} />
      {isPointedAt || selected ? <CardHandles /> : null}
    </div>
  )
})

function heatOf({ marks, performance }: JourneyCard, heat: Heat): string | undefined {
  if (heat === 'performance') return performance ? bandOf(performance) : undefined
  const [pain, delight] = [marks.has('pain'), marks.has('delight')]
  if (pain && delight) return 'both'
  return pain ? 'pain' : delight ? 'delight' : undefined
}
