import { roundsThatAsk, roundsThatRated } from '../../shared/rounds/roundsOf.ts'
import { useMapView } from '../map/MapContext.tsx'
import { Section } from '../map/panel/Section.tsx'
import { namesOfRound } from './namesOfRound.ts'
import { RatedBlind } from './RatedBlind.tsx'

/** Blind rounds about a card, in the panel of one's own view. */
export function RoundsSection({ touchpointId }: { touchpointId: string }) {
  const { ecosystem, partnerId } = useMapView()
  const [round] = [
    ...roundsThatRated(touchpointId, ecosystem.rows),
    ...roundsThatAsk(touchpointId, ecosystem.rows),
  ]
  if (partnerId || !round) return null
  return (
    <Section title="Rated blind" eyes={`${namesOfRound(ecosystem, round).all} see this`}>
      <RatedBlind ecosystem={ecosystem} touchpointId={touchpointId} />
    </Section>
  )
}
