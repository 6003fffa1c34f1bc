import { highestImportance, type Importance, importances } from '../../shared/analysis/importance.ts'
import type { Perspective } from '../../shared/model/rows.ts'
import { ScoreBars } from './ScoreBars.tsx'

const names: Record<Importance, string> = {
  importanceForPerception: 'How we are seen',
  importanceForDecision: 'Decision to buy',
  importanceForLoyalty: 'Staying',
}

/** How much it counts, in three bars, each with a line where the performance stands. */
export function ImportanceBars({ view }: { view: Perspective }) {
  if (highestImportance(view) === null) return null
  const bars = importances.flatMap((key) => {
    const score = view[key]
    return score === null ? [] : [{ key, name: names[key], score, reaches: view.performance }]
  })
  return <ScoreBars bars={bars} />
}
