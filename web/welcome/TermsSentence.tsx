import { Button } from '@mantine/core'
import type { Dispatch } from 'react'
import { SeamMark } from '../seam/SeamMark.tsx'
import panel from './StoryPanel.module.css'
import {
  days,
  isAgreed,
  isMended,
  names,
  otherSide,
  type Story,
  type StoryMove,
  type StorySide,
} from './story.ts'
import styles from './TermsSentence.module.css'

type Move = Dispatch<StoryMove>

/** The terms as one sentence with two blanks, and the visitor's confirmation under it. */
export function TermsSentence({ story, move }: { story: Story; move: Move }) {
  const { terms } = story
  return (
    <div className={panel.part}>
      <h2 className={panel.partTitle}>
        Working agreement <span className={panel.aside}>not a contract</span>
      </h2>
      <p className={styles.sentence}>
        Fernhill passes the claim decision to Oakes & Vale{' '}
        <select
          aria-label="By when"
          className={styles.blank}
          value={terms.withinDays}
          onChange={(event) => move({ type: 'change', terms: { withinDays: Number(event.target.value) } })}
        >
          <option value={0}>the same day</option>
          <option value={1}>within 1 day</option>
          <option value={2}>within 2 days</option>
        </select>
        .{' '}
        <select
          aria-label="Who phones the bakery"
          className={styles.blank}
          data-missing={terms.phones === 'nobody' || undefined}
          value={terms.phones}
          onChange={(event) =>
            move({ type: 'change', terms: { phones: event.target.value as 'nobody' | StorySide } })
          }
        >
          <option value="nobody">Nobody</option>
          <option value="oakes">Oakes & Vale</option>
          <option value="fernhill">Fernhill</option>
        </select>{' '}
        phones the bakery.
      </p>
      <Standing story={story} move={move} />
    </div>
  )
}

function Standing({ story, move }: { story: Story; move: Move }) {
  const mine = story.halves[story.side]
  const other = otherSide(story.side)
  return (
    <>
      <ul className={styles.halves}>
        {(['fernhill', 'oakes'] as const).map((side) => (
          <li key={side}>
            <HalfMark story={story} side={side} />
            {names[side]}: {halfWords[story.halves[side]]}
          </li>
        ))}
      </ul>
      {mine !== 'filled' ? (
        <Button color="yours" fullWidth onClick={() => move({ type: 'confirm' })}>
          Confirm as {names[story.side]}
        </Button>
      ) : isAgreed(story) ? (
        <p className={styles.result}>{outcome(story)}</p>
      ) : (
        <Button variant="default" fullWidth onClick={() => move({ type: 'be', side: other })}>
          Confirmed. Now be {names[other]}
        </Button>
      )}
    </>
  )
}

function HalfMark({ story, side }: { story: Story; side: StorySide }) {
  const relation = story.side === side ? 'yours' : 'others'
  const blank = { name: '', state: 'hollow', relation: 'others' } as const
  const half = { name: names[side], state: story.halves[side], relation } as const
  return side === 'fernhill' ? (
    <SeamMark giving={half} taking={blank} radius={7} decorative />
  ) : (
    <SeamMark giving={blank} taking={half} radius={7} decorative />
  )
}

function outcome(story: Story): string {
  if (!isMended(story)) return 'Agreed and on time, yet nobody is named to phone. The bakery still waits.'
  return `Agreed. The bakery hears on ${days[story.terms.withinDays]}. Change a term: both halves open again.`
}

const halfWords = { hollow: 'not confirmed yet', filled: 'confirmed', cracked: 'no longer agrees' }
