import type { JourneyCard } from '../journey/journey.ts'
import type { Heat, Lens } from '../lens.ts'
import { HeatTabs } from './HeatTabs.tsx'
import { PerformanceTab } from './PerformanceTab.tsx'

interface CornerTabProps {
  card: Pick<JourneyCard, 'marks' | 'performance' | 'detail'>
  lens: Lens
  heat: Heat
}

/** What the Heat lens puts on the corner of a card; on a map of performance its scores stand there in every other lens too. */
export function CornerTab({ card, lens, heat }: CornerTabProps) {
  if (lens === 'heat' && heat !== 'performance') return <HeatTabs marks={card.marks} />
  const isScored = lens === 'heat' || card.detail === 'scored'
  return isScored ? <PerformanceTab performance={card.performance} /> : null
}
