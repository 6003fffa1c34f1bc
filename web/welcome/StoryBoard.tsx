import type { CSSProperties } from 'react'
import { SeamPill } from '../seam/SeamPill.tsx'
import { describeSeam } from '../seam/seamWords.ts'
import styles from './StoryBoard.module.css'
import { StoryCard } from './StoryCard.tsx'
import { StoryLane } from './StoryLane.tsx'
import { bakeryDay, brokerDay, days, isAgreed, isMended, names, type Story, statements } from './story.ts'

/** Three lanes over one week. The line along the gutter is as long as the customer waits. */
export function StoryBoard({ story }: { story: Story }) {
  const broker = brokerDay(story)
  const bakery = bakeryDay(story)
  const mended = isMended(story)
  const say = statements(story)
  const relation = (side: Story['side']) => (story.side === side ? 'yours' : 'others')
  const giving = {
    name: names.fernhill,
    state: story.halves.fernhill,
    relation: relation('fernhill'),
  } as const
  const taking = { name: names.oakes, state: story.halves.oakes, relation: relation('oakes') } as const
  const place = { '--broker': broker, '--bakery': bakery } as CSSProperties
  return (
    <figure
      className={styles.board}
      style={place}
      data-mended={mended || undefined}
      data-agreed={isAgreed(story) || undefined}
    >
      <DayRow bakery={bakery} mended={mended} />
      <StoryLane name={names.fernhill} trade="Insurer" relation={relation('fernhill')} />
      <div className={styles.gutter} />
      <StoryLane name={names.oakes} trade="Broker" relation={relation('oakes')} />
      <div className={styles.gutter} data-thin />
      <StoryLane name="Brightwater Bakery" trade="Policyholder" relation="others" pinned />
      <div className={styles.drawing}>
        <span className={styles.leave} />
        <span className={styles.run} />
        <span className={styles.arrive} />
        <span className={styles.call} />
        <span className={styles.seam}>
          <SeamPill
            giving={giving}
            taking={taking}
            passes="claim decision"
            lateness={isAgreed(story) ? undefined : '5 days late'}
            size="large"
          />
        </span>
        <StoryCard lane="fernhill" day={0} name="Decides the claim" quote={say.fernhill} />
        <StoryCard
          lane="oakes"
          day={broker}
          name={isAgreed(story) ? 'Takes over the decision' : 'Finds it in the shared mailbox'}
          quote={say.oakes}
        />
        <StoryCard
          lane="bakery"
          day={bakery}
          name="Learns the outcome"
          quote={say.bakery}
          marks={mended ? ['star'] : ['star', 'pain']}
        />
      </div>
      <figcaption className="il-visually-hidden" aria-live="polite">
        The claim decision passes from Fernhill to Oakes & Vale: {describeSeam(giving, taking)}. Fernhill
        decides on Tuesday, Oakes & Vale knows on {days[broker]}, Brightwater Bakery hears on {days[bakery]}.
      </figcaption>
    </figure>
  )
}

function DayRow({ bakery, mended }: { bakery: number; mended: boolean }) {
  return (
    <div className={styles.days} aria-hidden="true">
      {days.map((day, index) => (
        <span
          key={day}
          className={styles.day}
          data-weekend={index === 4 || index === 5 || undefined}
          data-role={index === bakery ? (mended ? 'heard' : 'late') : index === 0 ? 'decided' : undefined}
        >
          {day.slice(0, 3)}
        </span>
      ))}
    </div>
  )
}
