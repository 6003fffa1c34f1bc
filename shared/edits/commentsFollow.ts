// What follows for comments: from what they are about, and from the thread they are part of.
import { mapKey, organisationKey } from '../audience/audience.ts'
import { mostReaders, standingKinds } from '../comments/standsOn.ts'
import { audienceOfReply, repliesTo } from '../comments/threads.ts'
import type { Comment, RowOf } from '../model/rows.ts'
import { activeOrganisations } from '../rules/standing.ts'
import type { Draft } from './draft.ts'
import type { RowChange } from './reader.ts'
import { unplacedName } from './unplacedName.ts'

export type About = 'lane' | 'stage' | 'touchpoint' | 'link'

/** Comments stay whose they are: they keep the name of what is gone, and let it go when it returns. */
export function unplaceOrReplaceComments(change: RowChange, draft: Draft): void {
  const { kind, before, after } = change
  if (kind !== 'lane' && kind !== 'stage' && kind !== 'touchpoint' && kind !== 'link') return
  if (before === null || before.deleted === after.deleted) return
  const name = after.deleted ? nameOfTarget(kind, after as RowOf<About>) : null
  for (const comment of draft.list('comment', 'targetId', after.id)) {
    if (comment.targetKind !== kind) continue
    draft.put('comment', { ...comment, unplacedFrom: name && unplacedName(name, comment, draft) }, true)
  }
}

/** A thread is for nobody who does not read what it stands on, also when that is taken back. */
export function keepThreadsWithin({ kind, before, after }: RowChange, draft: Draft): void {
  if (kind === 'comment') keepWithin(after as Comment, draft)
  const standing = standingKinds.find((one) => one === kind)
  if (!standing || before === null || before.audience.join() === after.audience.join()) return
  for (const comment of draft.list('comment', `${standing}Id`, after.id)) keepWithin(comment, draft)
}

function keepWithin(thread: Comment, draft: Draft): void {
  const most = thread.deleted ? null : mostReaders(thread, draft)
  if (!most) return
  const wide = thread.audience.includes(mapKey(thread.mapId))
  putAudience(
    thread,
    wide ? stillThere(most, thread, draft) : thread.audience.filter((key) => most.includes(key)),
    draft,
  )
}

/** Whoever spoke, and of the others who has not left the map: nothing is opened to those by name. */
function stillThere(keys: readonly string[], { mapId, organisationId }: Comment, draft: Draft): string[] {
  const present = [organisationId, ...activeOrganisations(mapId, draft)].map(organisationKey)
  return [...new Set(keys)].filter((key) => present.includes(key))
}

/** Replies are for those their thread is for, also when it was shared otherwise meanwhile. */
export function keepRepliesWithThread({ kind, before, after }: RowChange, draft: Draft): void {
  if (kind !== 'comment' || before === null || after.deleted) return
  const comment = after as Comment
  if (comment.replyToId) {
    if (before.deleted) returnToThread(comment, draft)
  } else if (before.audience.join() !== after.audience.join()) {
    for (const reply of repliesTo(comment.id, draft))
      putAudience(reply, audienceOfReply(comment, reply, draft), draft)
  }
}

/** A reply that comes back by undo is shown to nobody who never saw it. */
function returnToThread(reply: Comment, draft: Draft): void {
  const thread = audienceOfReply(draft.get('comment', reply.replyToId!), reply, draft)
  putAudience(
    reply,
    thread.filter((key) => reply.audience.includes(key)),
    draft,
  )
}

function putAudience(reply: Comment, audience: string[], draft: Draft): void {
  if (audience.join() !== reply.audience.join()) draft.put('comment', { ...reply, audience }, true)
}

/** What it was called that something was said of. */
export function nameOfTarget(kind: About, row: RowOf<About>): string {
  if (kind === 'link') return (row as RowOf<'link'>).passes || 'a handoff'
  // Not its party's name: that of a party with no lane left here is for its own again, and who comes later would read it.
  if (kind === 'lane') return (row as RowOf<'lane'>).name || 'a lane'
  return (row as RowOf<'stage' | 'touchpoint'>).name
}
