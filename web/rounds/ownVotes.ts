import type { Measure } from '../../shared/model/round.ts'
import type { Round, Vote } from '../../shared/model/rows.ts'
import { isOwnAnswer } from '../../shared/rounds/standing.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'

/** One's own answers in a round, and setting one of them. */
export function ownVotes({ rows, author, change }: Ecosystem, round: Round) {
  const own = rows
    .list('vote', 'roundId', round.id)
    .filter((vote) => !vote.deleted && isOwnAnswer(author, vote))
  const find = (touchpointId: string, measure: Measure): Vote | undefined =>
    own.find((vote) => vote.touchpointId === touchpointId && vote.measure === measure)
  return {
    find,
    isRated: (touchpointId: string) =>
      round.measures.every((measure) => (find(touchpointId, measure)?.score ?? null) !== null),
    set(touchpointId: string, measure: Measure, answer: { score?: number | null; reason?: string }) {
      const earlier = find(touchpointId, measure)
      const { score = earlier?.score ?? null, reason = earlier?.reason ?? '' } = answer
      const id = earlier?.id ?? crypto.randomUUID()
      void change([{ type: 'vote.set', id, roundId: round.id, touchpointId, measure, score, reason }], 'Rate')
    },
  }
}

export type OwnVotes = ReturnType<typeof ownVotes>
