// What a person changes about their inbox: it is no content of an ecosystem and nobody else's.
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { Digest } from '../../shared/inbox/news.ts'
import type { Door } from '../database/door.ts'
import { people, rightChanges } from '../database/tables/accounts.ts'
import { mapFollowers, news } from '../database/tables/inbox.ts'

/** Marks lines of the viewer's own inbox as read; others, and those read already, stay as they are. */
export async function markRead(door: Door, viewer: Viewer, ids: readonly string[]): Promise<void> {
  const isOwn = (table: typeof news | typeof mapFollowers | typeof rightChanges) =>
    and(
      inArray(table.id, [...ids]),
      eq(table.personId, viewer.personId),
      eq(table.organisationId, viewer.organisationId),
    )
  const readAt = new Date()
  await door.asSystem('mark own news as read', async (tx) => {
    await tx
      .update(news)
      .set({ readAt })
      .where(and(isOwn(news), isNull(news.readAt)))
    await tx.update(mapFollowers).set({ readAt }).where(isOwn(mapFollowers))
    await tx.update(rightChanges).set({ readAt }).where(isOwn(rightChanges))
  })
}

/** How often a letter sums up what is unread. */
export function readDigestChoice(door: Door, personId: string): Promise<Digest> {
  return door.asSystem('read how often to write', async (tx) => {
    const [person] = await tx.select({ digest: people.digest }).from(people).where(eq(people.id, personId))
    return person!.digest
  })
}

/** Only one's own: `personId` is whoever is signed in. */
export async function chooseDigest(door: Door, personId: string, digest: Digest): Promise<void> {
  await door.asSystem('choose how often to write', (tx) =>
    tx.update(people).set({ digest }).where(eq(people.id, personId)),
  )
}
