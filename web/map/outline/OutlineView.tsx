import { useState } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import { sayListed } from '../../../shared/model/documents.ts'
import { isDefined } from '../../../shared/model/touchpoint.ts'
import { laneIdOf } from '../../live/rowNameOf.ts'
import { Wash } from '../../live/Wash.tsx'
import { WhoIsAt, WhoIsAtRow } from '../../live/WhoIsAt.tsx'
import { Monogram } from '../../shell/Monogram.tsx'
import { behindTheScenes, cardWords } from '../canvas/cardWords.ts'
import { laneWords } from '../canvas/laneWords.ts'
import { ownerWords } from '../canvas/ownerWords.ts'
import { Recurrence } from '../canvas/Recurrence.tsx'
import { turnWords } from '../canvas/turnWords.ts'
import type { Journey, JourneyCard } from '../journey/journey.ts'
import { sayPerceptions } from '../journey/readPerceptions.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import { stepsOf } from '../steps.ts'
import { markNames } from '../useMapCommands.ts'
import { kindNames } from '../words.ts'
import { AddButton, AddHere } from './AddTouchpoint.tsx'
import styles from './OutlineView.module.css'
import { type OutlineCard, type OutlineStage, onwardsOf, outlineOf, sharedWords } from './outlineOf.ts'

/** The whole map in real text: for the phone, and for those who do not see the canvas. */
export function OutlineView() {
  const { journey } = useMapView()
  return (
    <div className={styles.outline}>
      {outlineOf(journey).map(({ lane, stages }) => (
        <section key={lane.id} className={styles.lane} aria-labelledby={`lane-${lane.id}`}>
          <header className={styles.laneHead} data-relation={lane.relation}>
            <Monogram
              name={lane.party.name}
              relation={lane.relation}
              appearance={lane.isDescribed ? 'outlined' : 'filled'}
            />
            <h2 id={`lane-${lane.id}`}>{lane.name}</h2>
            <span className={styles.quiet}>
              {[laneWords(lane).role, laneWords(lane).speaker].filter(Boolean).join(' · ')}
            </span>
            <WhoIsAt at={(row) => laneIdOf(row, journey) === lane.id} />
          </header>
          {stages.map((part) => (
            <StagePart
              key={part.stage.id}
              part={part}
              laneId={lane.id}
              laneName={lane.name}
              journey={journey}
            />
          ))}
        </section>
      ))}
    </div>
  )
}

interface StagePartProps {
  part: OutlineStage
  laneId: string
  laneName: string
  journey: Journey
}

function StagePart({ part: { stage, cards }, laneId, laneName, journey }: StagePartProps) {
  const commands = useCommands()
  const [isAdding, setAdding] = useState(false)
  const mayAdd = commands.view.readOnly === null
  if (cards.length === 0 && !mayAdd) return null
  return (
    <div className={styles.stage}>
      <div className={styles.stageHead}>
        <h3>{stage.name}</h3>
        <Recurrence stage={stage} />
        {/* A shared stage stands in every lane: there the face is enough. */}
        <WhoIsAtRow rowId={stage.id} named={stage.laneId !== null} />
        {mayAdd && !isAdding ? (
          <AddButton laneId={laneId} stageName={stage.name} onPress={() => setAdding(true)} />
        ) : null}
      </div>
      {cards.length > 0 ? (
        <GridList
          className={styles.cards!}
          aria-label={`${laneName}, ${stage.name}`}
          items={cards}
          dependencies={[journey]}
          onAction={(key) => {
            const id = journey.sides.get(String(key))?.cardId ?? String(key)
            commands.focus(id)
            commands.openPanel(id)
          }}
        >
          {(part) => (
            <GridListItem id={part.id} className={styles.card!} textValue={cardWords(part.card, '')}>
              <CardLine part={part} journey={journey} />
            </GridListItem>
          )}
        </GridList>
      ) : null}
      {isAdding ? <AddHere laneId={laneId} stageId={stage.id} onDone={() => setAdding(false)} /> : null}
    </div>
  )
}

function CardLine({ part, journey }: { part: OutlineCard; journey: Journey }) {
  const { card, name, side } = part
  const onwards = onwardsOf(card.id, journey)
  return (
    <div className={styles.line} data-dashed={card.isDashed || undefined}>
      <span className={styles.name}>{name}</span>
      <WhoIsAtRow rowId={card.id} named />
      <Wash rowId={card.id} />
      {sharedWords(card, side, journey).map((words) => (
        <span key={words} className={styles.onward}>
          {words}
        </span>
      ))}
      {card.detail === 'plain' ? (
        <span className={styles.quiet}>{kindNames[card.touchpoint.kind]}</span>
      ) : (
        <CardDetail card={card} />
      )}
      {onwards.map(({ linkId, words }) => (
        <span key={linkId} className={styles.onward}>
          {words} <WhoIsAtRow rowId={linkId} named />
        </span>
      ))}
    </div>
  )
}

function CardDetail({ card }: { card: JourneyCard }) {
  const marks = [...card.marks].map((kind) => markNames[kind]).join(', ')
  const owners = card.owners.map(ownerWords)
  const perceived = sayPerceptions(card.perceptions)
  return (
    <>
      <span className={styles.quiet}>
        {[
          owners.join(', ') || 'nobody owns it yet',
          marks,
          card.touchpoint.layer ? `${card.touchpoint.layer} layer` : '',
          isDefined(card.touchpoint) ? 'experience defined' : '',
          card.touchpoint.customerSees ? '' : behindTheScenes,
          card.isDashed ? 'not yet confirmed' : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {card.feelings.map(({ words }) => (
        <span key={words} className={styles.quiet}>
          {words}
        </span>
      ))}
      <WhatHappensHere card={card} />
      {perceived ? <span className={styles.quiet}>How well it works: {perceived}</span> : null}
      {turnWords(card.touchpoint).map((words) => (
        <span key={words} className={styles.onward}>
          {words}
        </span>
      ))}
    </>
  )
}

function WhatHappensHere({ card: { touchpoint } }: { card: JourneyCard }) {
  const { description, documents } = touchpoint
  const steps = stepsOf(description)
  return (
    <>
      {steps ? (
        <ol className={styles.steps} aria-label="Step by step">
          {steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two steps may say the same
            <li key={index}>{step}</li>
          ))}
        </ol>
      ) : (
        description && <p className={styles.happens}>{description}</p>
      )}
      {documents.length > 0 ? (
        <p className={styles.happens}>Documents: {documents.map(sayListed).join(', ')}</p>
      ) : null}
    </>
  )
}
