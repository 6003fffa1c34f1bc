// Whom a change calls: who should look at what, for which reason. What they then read is up to what they may see.
import type { Viewer } from '../audience/audience.ts'
import { isVisible, mapKey, organisationKey } from '../audience/audience.ts'
import { repliesTo } from '../comments/threads.ts'
import { Draft } from '../edits/draft.ts'
import type { RowChange, RowReader } from '../edits/reader.ts'
import type { Comment } from '../model/rows.ts'
import type { Call } from './call.ts'
import { callsOfHandover } from './handoverCalls.ts'
import { callsOfJoining } from './joinCalls.ts'
import type { NewsKind } from './news.ts'
import { callsOfAgreements, callsOfProposals } from './proposalCalls.ts'
import { callsOfWithdrawal } from './withdrawalCalls.ts'

/**
 * @param author is never called by what they do themselves
 * @param everything reads all rows of the ecosystem, as they were before the changes
 */
export function callsOf(changes: readonly RowChange[], author: Viewer, everything: RowReader): Call[] {
  const rows = new Draft(everything)
  for (const { kind, after } of changes) rows.put(kind, after as never, true)
  const isNew = isOnNewMap(changes)
  const calls = changes
    .filter((change) => !isNew(change))
    .flatMap((change) => [
      ...callsOfComment(change, rows),
      ...callsOfRequest(change),
      ...callsOfRound(change),
      ...callsOfNaming(change),
      ...callsOfProposals(change, author, rows),
      ...callsOfAgreements(change, author, rows),
      ...callsOfSharing(change),
      ...callsOfWithdrawal(change, rows),
      ...callsOfJoining(change, author, rows),
      ...callsOfHandover(change),
    ])
  return fewOfEach(calls.filter(({ personId }) => personId !== author.personId))
}

/** Nobody has been asked or told anything on a map that comes with all it holds, from a file or a starter. */
function isOnNewMap(changes: readonly RowChange[]): (change: RowChange) => boolean {
  const added = new Set(changes.filter(({ kind, before }) => kind === 'map' && !before).map(({ id }) => id))
  return ({ after }) => 'mapId' in after && added.has(after.mapId)
}

function callsOfComment(change: RowChange, rows: RowReader): Call[] {
  if (change.kind !== 'comment' || change.after.deleted) return []
  const { before, after } = change
  const earlier = before?.mentions ?? []
  const isNew = (mention: Comment['mentions'][number]) =>
    !earlier.some((old) => old.organisationId === mention.organisationId && old.personId === mention.personId)
  const call = (kind: NewsKind, who: Pick<Call, 'organisationId' | 'personId'>): Call => ({
    ...{ kind, rowKind: 'comment', rowId: after.id },
    ...{ organisationId: who.organisationId, personId: who.personId },
  })
  const mentioned = after.mentions.filter(isNew).map((mention) => call('mentioned', mention))
  const others = before === null && after.replyToId ? spokenIn(after.replyToId, rows) : []
  const replied = others
    .filter(({ organisationId }) => readsAs(organisationId, after))
    .map((other) => call('replied', other))
  return [...mentioned, ...replied]
}

function spokenIn(rootId: string, rows: RowReader): Comment[] {
  const root = rows.get('comment', rootId)
  return [...(root && !root.deleted ? [root] : []), ...repliesTo(rootId, rows)]
}

function readsAs(organisationId: string, { audience, mapId }: Comment): boolean {
  return isVisible(audience, new Set([organisationKey(organisationId), mapKey(mapId)]))
}

function callsOfRequest({ kind, id, before, after }: RowChange): Call[] {
  if (kind !== 'contributionRequest' || after.deleted) return []
  const request = after as Extract<RowChange, { kind: 'contributionRequest' }>['after']
  const row = { rowKind: kind, rowId: id } as const
  const asked = { organisationId: request.askedOrganisationId, personId: request.askedPersonId ?? null }
  if (before === null) return [{ ...row, kind: 'asked', ...asked }]
  const earlier = before as typeof request
  if (request.state === 'open' && (request.remindedAt ?? '') > (earlier.remindedAt ?? ''))
    return [{ ...row, kind: 'reminded', ...asked }]
  const isAnswer = request.state === 'done' || request.state === 'declined'
  if (!isAnswer || earlier.state === request.state) return []
  const { organisationId, personId } = request
  return [{ ...row, kind: 'answered', organisationId, personId }]
}

function callsOfRound(change: RowChange): Call[] {
  if (change.kind !== 'round' || change.after.deleted) return []
  const { id, before, after } = change
  const call = (kind: NewsKind) => (organisationId: string) =>
    ({ kind, rowKind: 'round', rowId: id, organisationId, personId: null }) as const
  if (before === null) return after.askedOrganisationIds.map(call('roundOpened'))
  if (before.state === after.state || after.state !== 'revealed') return []
  return [...new Set([after.organisationId, ...after.askedOrganisationIds])].map(call('roundRevealed'))
}

/** A colleague who is waited for by name. */
function callsOfNaming(change: RowChange): Call[] {
  if (change.kind !== 'ballot' || change.after.deleted) return []
  const { before, after } = change
  if (after.state !== 'expected' || (before && !before.deleted)) return []
  const { roundId: rowId, organisationId, personId } = after
  return [{ kind: 'roundOpened', rowKind: 'round', rowId, organisationId, personId }]
}

/** Shared by name; what is for everyone on the map calls nobody. */
function callsOfSharing(change: RowChange): Call[] {
  const { kind, id, before, after, follows } = change
  if (kind !== 'perspective' && kind !== 'mark' && kind !== 'responsibility' && kind !== 'comment') return []
  // Who saw it with everybody else on the map is told nothing new by being named.
  if (before?.audience.includes(mapKey((after as Comment).mapId))) return []
  if (follows || after.deleted || (kind === 'comment' && (after as Comment).replyToId)) return []
  const own = organisationKey((after as Comment).organisationId)
  return after.audience
    .filter((key) => key !== own && key.startsWith('org:') && !before?.audience.includes(key))
    .map((key) => {
      const organisationId = key.slice('org:'.length)
      return { kind: 'shared', rowKind: kind, rowId: id, organisationId, personId: null }
    })
}

/** An edit of thousands of rows, such as an import, calls nobody thousands of times. */
function fewOfEach(calls: readonly Call[]): Call[] {
  const counts = new Map<string, number>()
  return calls.filter(({ kind, organisationId, personId }) => {
    const key = `${kind} ${organisationId} ${personId}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count <= mostPerEdit
  })
}

const mostPerEdit = 10
