// Maps that people follow: what each chose for themselves, nobody's content and no edit.
import { and, eq } from 'drizzle-orm'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { FollowingAnswer, InboxAnswer, NewsLine } from '../../shared/inbox/answers.ts'
import type { Door } from '../database/door.ts'
import { memberships } from '../database/tables/accounts.ts'
import { mapFollowers } from '../database/tables/inbox.ts'
import { findEcosystemOfMap } from '../maps/queries.ts'
import { readMapChanges } from './mapChanges.ts'
import { periodStart } from './periods.ts'
import { readDigestChoice } from './service.ts'

/**
 * How many of one's own organisation follow a map: of others nobody learns who reads what.
 * @throws AppError `notThere`
 */
export async function readFollowing(door: Door, viewer: Viewer, mapId: string): Promise<FollowingAnswer> {
  await findEcosystemOfMap(door, viewer, mapId)
  return door.asSystem('count colleagues who follow a map', async (tx) => {
    const isMember = and(
      eq(memberships.personId, mapFollowers.personId),
      eq(memberships.organisationId, mapFollowers.organisationId),
    )
    const followers = await tx
      .select({ personId: mapFollowers.personId })
      .from(mapFollowers)
      .innerJoin(memberships, and(isMember, memberships.active))
      .where(and(eq(mapFollowers.mapId, mapId), eq(mapFollowers.organisationId, viewer.organisationId)))
    const follows = followers.some(({ personId }) => personId === viewer.personId)
    return { follows, ownFollowers: followers.length }
  })
}

/** Begins or stops to follow; doing so twice is doing it once. @throws AppError `notThere` */
export async function chooseFollowing(
  door: Door,
  viewer: Viewer,
  { mapId, follows }: { mapId: string; follows: boolean },
): Promise<void> {
  const ecosystemId = await findEcosystemOfMap(door, viewer, mapId)
  const { personId, organisationId } = viewer
  const own = { mapId, personId, organisationId }
  await door.asSystem('follow a map or stop to', async (tx) => {
    if (follows)
      await tx
        .insert(mapFollowers)
        .values({ ecosystemId, ...own })
        .onConflictDoNothing()
    else await tx.delete(mapFollowers).where(and(eq(mapFollowers.mapId, mapId), isOf(viewer)))
  })
}

/** One line for each map the viewer follows on which they see a change: of the period going on, and of before as far as it is unread. */
export async function readFollowedLines(door: Door, viewer: Viewer, now: Date): Promise<NewsLine[]> {
  const followed = await door.asViewer(viewer, (tx) => tx.select().from(mapFollowers).where(isOf(viewer)))
  if (followed.length === 0) return []
  const start = periodStart(await readDigestChoice(door, viewer.personId), now)
  return door.asViewer(viewer, async (tx) => {
    const lines: NewsLine[] = []
    for (const map of followed) {
      const { since, readAt } = map
      const from = latestOf(since, earliestOf(readAt ?? since, start), daysBefore(now, mostDays))
      const line = await readMapChanges(tx, map, viewer.personId, { from, until: now, readAt })
      if (line) lines.push(line)
    }
    return lines
  })
}

/** An inbox with these lines among its own, the latest first. */
export function addLines({ unread, lines }: InboxAnswer, more: readonly NewsLine[]): InboxAnswer {
  return {
    unread: unread + more.filter(({ isRead }) => !isRead).length,
    lines: [...lines, ...more].sort((left, right) => (left.at < right.at ? 1 : -1)),
  }
}

const isOf = ({ personId, organisationId }: Viewer) =>
  and(eq(mapFollowers.personId, personId), eq(mapFollowers.organisationId, organisationId))

const mostDays = 28
const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)
const earliestOf = (...moments: Date[]) => new Date(Math.min(...moments.map(Number)))
const latestOf = (...moments: Date[]) => new Date(Math.max(...moments.map(Number)))
