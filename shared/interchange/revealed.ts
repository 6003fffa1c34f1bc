import type { Viewer } from '../audience/audience.ts'
import type { DocumentRow, MapDocument } from './mapDocument.ts'

interface Answers {
  ballots: DocumentRow<'ballot'>[]
  /** Opened by the reveal: the answers of everybody who was done. */
  revealed: DocumentRow<'vote'>[]
  /** Still their person's alone. */
  kept: DocumentRow<'vote'>[]
  ballotOf(viewer: Viewer): DocumentRow<'ballot'> | undefined
}

/** Who takes part in each round of a file, and what they answered; in one go, as files may be long. */
export function answersIn(file: MapDocument): (round: DocumentRow<'round'>) => Answers {
  const [ballotsOf, votesOf] = [byRound(file.ballot), byRound(file.vote)]
  return ({ id, state }) => {
    const ballots = ballotsOf.get(id) ?? []
    const votes = votesOf.get(id) ?? []
    const byPerson = new Map(ballots.map((ballot) => [personOf(ballot), ballot]))
    const ballotOf = (viewer: Viewer) => byPerson.get(personOf(viewer))
    const isRevealed = (vote: Viewer) => state === 'revealed' && ballotOf(vote)?.state === 'done'
    const [revealed, kept] = [votes.filter(isRevealed), votes.filter((vote) => !isRevealed(vote))]
    return { ballots, revealed, kept, ballotOf }
  }
}

function personOf({ organisationId, personId }: Viewer): string {
  return `${organisationId} ${personId}`
}

function byRound<R extends { roundId: string }>(rows: readonly R[]): Map<string, R[]> {
  const found = new Map<string, R[]>()
  for (const row of rows) {
    const of = found.get(row.roundId)
    if (of) of.push(row)
    else found.set(row.roundId, [row])
  }
  return found
}
