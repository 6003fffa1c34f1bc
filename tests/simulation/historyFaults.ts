// What the history must tell of a session: every acknowledged edit once, in one unbroken order, and nothing shared unasked.
import type { EditAnswer } from '../../shared/edits/exchange.ts'
import type { AnyRow, RowKind } from '../../shared/model/rows.ts'
import type { HistoryRecord } from './editServer.ts'
import { textOf } from './rowText.ts'

interface Evidence {
  history: readonly HistoryRecord[]
  answers: readonly EditAnswer[]
  truth: readonly { kind: RowKind; row: AnyRow }[]
  acknowledged: ReadonlyMap<string, EditAnswer>
}

export function faultsOfHistory(evidence: Evidence): string[] {
  return [
    ...effects(evidence),
    ...brokenChains(evidence),
    ...unaskedSharing(evidence),
    ...looseEnds(evidence),
  ]
}

function effects({ history, answers, acknowledged }: Evidence): string[] {
  const places = new Map<string, Set<number>>()
  for (const { clientId, number, seq } of history) {
    const key = `${clientId}/${number}`
    places.set(key, (places.get(key) ?? new Set()).add(seq))
  }
  const accepted = new Set(
    answers.filter((one) => one.accepted).map(({ clientId, number }) => `${clientId}/${number}`),
  )
  const twice = [...places].filter(([, seqs]) => seqs.size > 1).map(([key]) => `${key} was applied twice`)
  const lost = [...acknowledged]
    .filter(([key, answer]) => answer.accepted && !accepted.has(key))
    .map(([key]) => `${key} was acknowledged and is lost`)
  const unanswered = [...places.keys()]
    .filter((key) => !accepted.has(key))
    .map((key) => `${key} has no answer`)
  return [...twice, ...lost, ...unanswered]
}

/** Each state of a row is what the next change began with, and the last one is what there is. */
function brokenChains({ history, truth }: Evidence): string[] {
  const last = new Map<string, string>()
  const faults: string[] = []
  for (const { change } of history) {
    const name = `${change.kind}/${change.id}`
    const before = change.before === null ? undefined : textOf(change.before)
    if (last.get(name) !== before) faults.push(`the history of ${name} is broken`)
    last.set(name, textOf(change.after))
  }
  for (const { kind, row } of truth)
    if (last.get(`${kind}/${row.id}`) !== textOf(row))
      faults.push(`${kind}/${row.id} is not what its history says`)
  return faults
}

/** Rows that are an organisation's or a person's own until it says otherwise (DESIGN: where a field lives). */
const ownKinds: Partial<Record<RowKind, 'org' | 'person'>> = {
  perspective: 'org',
  responsibility: 'org',
  attributedNote: 'org',
  vote: 'person',
}

/** A private row begins with its owner alone; only its owner's own edit ever adds anybody. */
function unaskedSharing({ history }: Evidence): string[] {
  const faults: string[] = []
  for (const { change, organisationId } of history) {
    const owner = ownKinds[change.kind]
    const { before, after } = change
    if (!owner || !('organisationId' in after)) continue
    const own =
      owner === 'org' ? `org:${after.organisationId}` : `person:${(after as { personId?: string }).personId}`
    const added = after.audience.filter((key) => key !== own && !before?.audience.includes(key))
    // A reveal opens the votes of its round; that is what people were asked to vote for.
    const isReveal = change.kind === 'vote' && before !== null
    if (added.length > 0 && !isReveal && (before === null || organisationId !== after.organisationId))
      faults.push(`${change.kind}/${change.id} was shown to ${added.join()} unasked`)
  }
  return faults
}

/** What hangs on something that is gone says so, and nobody who has left is named on what others shared with it. */
function looseEnds({ truth }: Evidence): string[] {
  const living = new Set(truth.filter(({ row }) => !row.deleted).map(({ kind, row }) => `${kind}/${row.id}`))
  const places = new Set(
    truth.flatMap(({ kind, row }) =>
      kind === 'participant' && 'mayInvite' in row && row.state === 'active' && !row.deleted
        ? [`org:${row.organisationId} ${row.mapId}`]
        : [],
    ),
  )
  const faults: string[] = []
  for (const { kind, row } of truth) {
    if (row.deleted || !('mapId' in row) || !('organisationId' in row)) continue
    // A map that is gone takes away where one would read what was said of it.
    const isOfMap = 'targetKind' in row && row.targetKind === 'map'
    if (
      !isOfMap &&
      'unplacedFrom' in row &&
      (row.unplacedFrom === null) !== living.has(`${row.targetKind}/${row.targetId}`)
    )
      faults.push(`${kind}/${row.id} does not say that what it is about is gone, or is there again`)
    if (!sharedByName.has(kind)) continue
    const left = row.audience.filter(
      (key) =>
        key.startsWith('org:') && key !== `org:${row.organisationId}` && !places.has(`${key} ${row.mapId}`),
    )
    if (left.length > 0) faults.push(`${kind}/${row.id} is still shared with ${left.join()}, which has left`)
  }
  return faults
}

const sharedByName = new Set<RowKind>(['perspective', 'mark', 'responsibility', 'comment'])
