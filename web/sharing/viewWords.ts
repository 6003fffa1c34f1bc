import type { Trend } from '../../shared/model/perspective.ts'
import type { Perspective } from '../../shared/model/rows.ts'
import { sayMinutes } from '../seam/seamWords.ts'

/** The names of a view's fields, wherever one reads or writes them. */
export const viewNames = {
  performance: 'How well it works',
  performanceTrend: 'Which way it goes',
  statement: 'In one sentence',
  notes: 'Notes',
  importanceForPerception: 'Weight for how we are seen',
  importanceForDecision: 'Weight for the decision to buy',
  importanceForLoyalty: 'Weight for staying',
  emotion: 'Feeling it leaves',
  desiredEmotion: 'Feeling it should leave',
  experiencedMinutes: 'How long it takes for us',
  behaviour: 'What people do then',
  verbatims: 'In their own words',
  sampleSize: 'How many were asked',
} as const

export const trendNames: Record<Trend, string> = {
  better: 'getting better',
  steady: 'steady',
  worse: 'getting worse',
}

export const intensityNames: Record<string, string> = {
  1: 'slightly',
  2: 'somewhat',
  3: 'clearly',
  4: 'strongly',
  5: 'overwhelmingly',
}

type Named = keyof typeof viewNames
type Said = Named | 'emotionIntensity' | 'desiredIntensity'

/** What a view says, field by field; what is empty says nothing. */
export function saidInView(view: Pick<Perspective, Said>): { field: Named; name: string; text: string }[] {
  const said: Record<Named, string> = {
    performance: sayScore(view.performance),
    performanceTrend: view.performanceTrend ? trendNames[view.performanceTrend] : '',
    statement: view.statement && `“${view.statement}”`,
    notes: view.notes,
    importanceForPerception: sayScore(view.importanceForPerception),
    importanceForDecision: sayScore(view.importanceForDecision),
    importanceForLoyalty: sayScore(view.importanceForLoyalty),
    emotion: sayFeeling(view.emotion, view.emotionIntensity),
    desiredEmotion: sayFeeling(view.desiredEmotion, view.desiredIntensity),
    experiencedMinutes: view.experiencedMinutes === null ? '' : sayMinutes(view.experiencedMinutes),
    behaviour: view.behaviour,
    verbatims: view.verbatims.map((words) => `“${words}”`).join(' '),
    sampleSize: view.sampleSize === null ? '' : String(view.sampleSize),
  }
  return (Object.keys(viewNames) as Named[])
    .map((field) => ({ field, name: viewNames[field], text: said[field] }))
    .filter(({ text }) => text !== '')
}

function sayScore(score: number | null): string {
  return score === null ? '' : `${score} of 10`
}

export function sayFeeling(emotion: string | null, intensity: number | null): string {
  if (!emotion) return ''
  return intensity === null ? emotion : `${intensityNames[intensity]} ${emotion}`
}
