import { useMediaQuery } from '@mantine/hooks'
import { IconStarFilled } from '@tabler/icons-react'
import { useRef } from 'react'
import type { ReviewItem } from '../../shared/analysis/reviewItem.ts'
import { sayPasses } from '../handoffs/sayPasses.ts'
import { seamOf } from '../handoffs/seamOf.ts'
import { SeamMark } from '../seam/SeamMark.tsx'
import { Empty } from '../shell/Empty.tsx'
import { RowList } from '../shell/RowList.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { ReviewDetail } from './ReviewDetail.tsx'
import styles from './ReviewList.module.css'
import { reasonNames } from './reviewWords.ts'
import { useStepKeys } from './stepKeys.ts'

interface ReviewListProps {
  ecosystem: Ecosystem
  items: readonly ReviewItem[]
  selectedId: string | undefined
  onSelect(id: string): void
}

/** The ranked list beside the item one reads; on a narrow screen the item opens inside the list. */
export function ReviewList({ ecosystem, items, selectedId, onSelect }: ReviewListProps) {
  const list = useRef<HTMLDivElement>(null)
  const isNarrow = useMediaQuery('(max-width: 960px)', false, { getInitialValueInEffect: false })
  const selected = items.find(({ id }) => id === selectedId) ?? items[0]
  useStepKeys((step) => {
    const next = items[items.indexOf(selected!) + step]
    if (!next) return
    onSelect(next.id)
    list.current?.querySelector<HTMLButtonElement>(`[data-item="${next.id}"]`)?.focus()
  })
  if (!selected) return <Empty title="Nothing here is like that">Choose fewer filters above.</Empty>
  const detail = <ReviewDetail key={selected.id} ecosystem={ecosystem} item={selected} />
  return (
    <div className={styles.columns} ref={list}>
      <RowList isRanked>
        {items.map((item, index) => (
          <li key={item.id}>
            <Item
              ecosystem={ecosystem}
              item={item}
              rank={index + 1}
              isSelected={item === selected}
              onSelect={() => onSelect(item.id)}
            />
            {isNarrow && item === selected ? detail : null}
          </li>
        ))}
      </RowList>
      {isNarrow ? null : <div className={styles.side}>{detail}</div>}
    </div>
  )
}

interface ItemProps {
  ecosystem: Ecosystem
  item: ReviewItem
  rank: number
  isSelected: boolean
  onSelect(): void
}

function Item({ ecosystem, item, rank, isSelected, onSelect }: ItemProps) {
  const { rows, author } = ecosystem
  const parties = item.partyIds.map((id) => rows.get('party', id)?.name ?? '')
  return (
    <button
      type="button"
      className={styles.item}
      data-item={item.id}
      aria-pressed={isSelected}
      onClick={onSelect}
    >
      <span className={styles.rank}>{rank}</span>
      <span className={styles.words}>
        <span className={styles.name}>
          {item.handoff ? sayPasses(item.handoff.link) : item.title}
          {item.isMomentOfTruth ? (
            <IconStarFilled size={14} role="img" aria-label="Moment of truth" className={styles.star} />
          ) : null}
        </span>
        <span className={styles.quiet}>{parties.join(' → ')}</span>
        <span className={styles.reasons}>
          {item.reasons.map((reason) => (
            <span key={reason} className={styles.reason} data-reason={reason}>
              {reasonNames[reason]}
            </span>
          ))}
        </span>
      </span>
      {item.handoff ? (
        <SeamMark {...seamOf(item.handoff, author.organisationId)} radius={12} decorative />
      ) : null}
    </button>
  )
}
