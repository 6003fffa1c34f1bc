// The demo is told into an empty database, edit by edit, on the path of every edit.
import { and, eq, isNull } from 'drizzle-orm'
import { loadStories } from '../../seeds/stories.ts'
import type { Story } from '../../seeds/story.ts'
import { addDemoPerson } from '../accounts/demo.ts'
import { demoAccounts, organisations, people } from '../database/tables/accounts.ts'
import { ecosystemCounters, edits } from '../database/tables/edits.ts'
import type { Services } from '../services.ts'

/** Tells what is missing of the stories, unless somebody uses the database for something else. @returns whether it told anything */
export async function loadDemo(services: Services, stories: readonly Story[]): Promise<boolean> {
  if ((await isTold(services, stories)) || (await isInUse(services))) return false
  await addCast(services, stories)
  await loadStories(stories, async (ecosystemId, { author, edit, grant }) => {
    const [answer] = await services.acceptEdits(author, ecosystemId, [edit], grant)
    if (!answer?.accepted) throw new Error(`the demo does not go on: ${answer?.error.message}`)
  })
  return true
}

/** The last edit of the last story is the last to be accepted. */
async function isTold({ door }: Services, stories: readonly Story[]): Promise<boolean> {
  const last = stories.at(-1)?.edits.at(-1)?.edit
  if (!last) return true
  const told = and(eq(edits.clientId, last.clientId), eq(edits.number, last.number))
  return door.asSystem(
    'look for the demo',
    async (tx) => (await tx.select().from(edits).where(told)).length > 0,
  )
}

async function isInUse({ door }: Services): Promise<boolean> {
  const found = await door.asSystem('look for people who are not of the demo', (tx) =>
    tx
      .select({ id: people.id })
      .from(people)
      .leftJoin(demoAccounts, eq(demoAccounts.personId, people.id))
      .where(isNull(demoAccounts.personId))
      .limit(1),
  )
  return found.length > 0
}

async function addCast({ door, accounts }: Services, stories: readonly Story[]): Promise<void> {
  const cast = new Map(stories.flatMap((story) => story.organisations.map((one) => [one.id, one])))
  await door.asSystem('add the people of the demo', async (tx) => {
    const now = accounts.clock()
    for (const organisation of cast.values()) {
      const { id, name } = organisation
      const added = await tx
        .insert(organisations)
        .values({ id, name, createdAt: now })
        .onConflictDoNothing()
        .returning({ id: organisations.id })
      if (added.length === 0) continue
      for (const person of organisation.people) {
        await addDemoPerson(tx, now, accounts.passwords, { ...person, organisationId: id })
      }
    }
    for (const { ecosystemId } of stories) {
      await tx.insert(ecosystemCounters).values({ ecosystemId, seq: 0, epoch: 1 }).onConflictDoNothing()
    }
  })
}
