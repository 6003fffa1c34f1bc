import { IconTarget } from '@tabler/icons-react'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import { isDefined } from '../../../shared/model/touchpoint.ts'
import { PanelComments } from '../../comments/PanelComments.tsx'
import { AskSection } from '../../contributionRequests/AskSection.tsx'
import { RoundsSection } from '../../rounds/RoundsSection.tsx'
import { SeenBySection } from '../../sharing/SeenBySection.tsx'
import { cardWords } from '../canvas/cardWords.ts'
import type { JourneyCard } from '../journey/journey.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import { MovesSection } from '../moves/MovesSection.tsx'
import { Described } from './Described.tsx'
import { LinksSection } from './LinksSection.tsx'
import { MarksSection } from './MarksSection.tsx'
import { NotesSection } from './NotesSection.tsx'
import { OurView } from './OurView.tsx'
import { OwnersSection } from './OwnersSection.tsx'
import styles from './Panel.module.css'
import { Perceptions } from './Perceptions.tsx'
import { SharedViews } from './SharedViews.tsx'
import { SidesSection } from './SidesSection.tsx'
import { WhatHappens } from './WhatHappens.tsx'

/** Everything about a touchpoint that the viewer may see, each part with whose eyes it is for. */
export function TouchpointPanel({ card }: { card: JourneyCard }) {
  const { journey, state } = useMapView()
  const commands = useCommands()
  const lane = journey.lanes.find(({ id }) => id === card.laneId)
  const stages = lane?.lane.ownStages ? lane.stages : journey.stages
  const stage = stages.find(({ id }) => id === card.touchpoint.stageId)
  const isWhole = card.detail !== 'plain' || state.isMoreShown
  const target = { targetKind: 'touchpoint', targetId: card.id } as const
  const isAsked = card.moves.length > 0
  return (
    <article aria-label={cardWords(card, lane?.name ?? '')}>
      <p className={styles.over}>
        {lane?.name} · {stage?.name}
      </p>
      <h2 className={styles.title}>{card.touchpoint.name}</h2>
      {isDefined(card.touchpoint) ? (
        <p className={styles.defined} title={card.touchpoint.experienceStandard}>
          <IconTarget size={15} stroke={2} aria-hidden="true" /> Experience defined
        </p>
      ) : null}
      <Described card={card} />
      {isAsked ? <MovesSection card={card} /> : null}
      <WhatHappens touchpoint={card.touchpoint} isWhole={isWhole} />
      {isAsked ? null : <MovesSection card={card} />}
      {card.detail === 'plain' ? (
        <button
          type="button"
          className={styles.toFill}
          aria-expanded={state.isMoreShown}
          onClick={() => commands.showMore(!state.isMoreShown)}
        >
          {state.isMoreShown ? 'Less' : 'More: owners, views, marks, links'}
        </button>
      ) : null}
      {isWhole ? <Rest card={card} /> : null}
      <PanelComments {...target} />
    </article>
  )
}

/** What a strategic map leaves aside until one asks for it. */
function Rest({ card }: { card: JourneyCard }) {
  const target = { targetKind: 'touchpoint', targetId: card.id } as const
  return (
    <>
      <SidesSection card={card} />
      <OwnersSection touchpoint={card.touchpoint} />
      <AskSection touchpointId={card.id} name={card.touchpoint.name} />
      <OurView {...target} />
      <Perceptions perceptions={card.perceptions} />
      <SharedViews targetId={card.id} />
      <NotesSection targetId={card.id} />
      <RoundsSection touchpointId={card.id} />
      <MarksSection {...target} />
      <SeenBySection targetId={card.id} noun="card" />
      <LinksSection cardId={card.id} />
    </>
  )
}

export type TouchpointFields = Extract<ActionInput, { type: 'touchpoint.change' }>['fields']
