import { feelingOf } from '../../../shared/analysis/feelings.ts'
import { sayFeeling } from '../../sharing/viewWords.ts'
import { living, type Reading } from './readJourney.ts'

/** What one organisation says of a touchpoint's feelings, of what the viewer may see. */
export interface CardFeeling {
  /** The emotion it leaves; null when only the wished one is said. */
  felt: string | null
  /** Who says it, and the whole of it, in one sentence. */
  words: string
}

/** Ours first; what is told for the customer before what an organisation feels itself. */
export function readFeelings(
  targetId: string,
  { rows, organisationId, organisations }: Reading,
): CardFeeling[] {
  return living(rows.list('perspective', 'targetId', targetId))
    .filter(({ emotion, desiredEmotion }) => emotion || desiredEmotion)
    .sort(
      (left, right) =>
        left.onBehalfOf.localeCompare(right.onBehalfOf) ||
        Number(right.organisationId === organisationId) - Number(left.organisationId === organisationId) ||
        (left.id < right.id ? -1 : 1),
    )
    .map((view) => {
      const name = organisations.get(view.organisationId) ?? 'a partner'
      const felt = feelingOf(view.emotion, view.emotionIntensity)
      const said = [
        felt
          ? `leaves ${view.onBehalfOf === 'customer' ? 'customers ' : ''}${sayFeeling(view.emotion, view.emotionIntensity)}`
          : '',
        view.desiredEmotion ? `should leave ${sayFeeling(view.desiredEmotion, view.desiredIntensity)}` : '',
      ]
      return { felt: felt?.emotion ?? null, words: `${said.filter(Boolean).join(', ')} (${name})` }
    })
}
