// Once a day or a week, a letter to everybody with something new that no letter has told of yet; of reminders at once.
import { eq } from 'drizzle-orm'
import type { NewsLine } from '../../shared/inbox/answers.ts'
import type { AccountServices } from '../accounts/services.ts'
import { people } from '../database/tables/accounts.ts'
import { digestLetter } from '../mail/digestLetter.ts'
import { type Claimed, claim, type Round, readDue, release } from './claims.ts'
import { readMapChanges } from './mapChanges.ts'
import { periodStart } from './periods.ts'
import { readNamedLines } from './queries.ts'

type DigestServices = Pick<AccountServices, 'door' | 'mailer' | 'clock' | 'pageLink'>

/** Looks every few minutes whether a letter is due, and gives what stops looking. Without a mailer nothing runs. */
export function sendDigestsDaily(services: AccountServices): () => void {
  if (!services.mailer.sends) return () => {}
  const look = () => services.afterwards.run('letters that sum up', () => sendDigests(services))
  look()
  const timer = setInterval(look, 600_000)
  timer.unref()
  return () => clearInterval(timer)
}

/**
 * Sends reminders as they are, and what else came before six in the morning (UTC), or before that of Monday. What is told is claimed before it is read and
 * sent, so that instances at work together never write twice; a letter the mail server does not take gives it back.
 */
export async function sendDigests(services: DigestServices): Promise<void> {
  const { door, clock } = services
  const failures: unknown[] = []
  const rhythms = ['daily', 'weekly'] as const
  const rounds: Round[] = [
    ...rhythms.map((digest) => ({ digest, until: clock(), isUrgent: true })),
    ...rhythms.map((digest) => ({ digest, until: periodStart(digest, clock()), isUrgent: false })),
  ]
  for (const round of rounds) {
    const due = await door.asSystem('find whom a letter is due', (tx) => readDue(tx, round))
    for (const personId of due) {
      const claimed = await door.asSystem('claim what a letter tells', (tx) =>
        claim(tx, personId, round, clock()),
      )
      await sendOne(services, personId, claimed, round).catch(async (error: unknown) => {
        failures.push(error)
        await giveBack(services, claimed)
      })
    }
  }
  if (failures.length > 0) throw failures[0]
}

/** Built as its reader, organisation by organisation, at the moment of sending. */
async function sendOne(services: DigestServices, personId: string, claimed: Claimed, round: Round) {
  const { door, mailer, pageLink } = services
  const { lines, changes } = await readAsReader(services, personId, claimed, round)
  const shown = new Set(lines.map(({ id }) => id))
  await giveBack(services, { lines: claimed.lines.filter(({ id }) => !shown.has(id)), followed: [] })
  if (lines.length + changes.length === 0) return
  const [person] = await door.asSystem('address a letter', (tx) =>
    tx.select().from(people).where(eq(people.id, personId)),
  )
  if (!person) return
  const links = { inboxLink: pageLink('/inbox'), settingsLink: pageLink('/settings') }
  const { email: to, name, digest } = person
  await mailer.send(
    digestLetter({
      to,
      name,
      rhythm: round.isUrgent ? 'reminder' : digest,
      lines: [...lines, ...changes],
      ...links,
    }),
  )
}

async function readAsReader({ door }: DigestServices, personId: string, claimed: Claimed, { until }: Round) {
  const [lines, changes]: [NewsLine[], NewsLine[]] = [[], []]
  const called = [...claimed.lines, ...claimed.followed].map(({ organisationId }) => organisationId)
  for (const organisationId of new Set(called)) {
    const isHere = (one: { organisationId: string }) => one.organisationId === organisationId
    const viewer = { personId, organisationId }
    const ids = claimed.lines.filter(isHere).map(({ id }) => id)
    lines.push(...(await readNamedLines(door, viewer, ids)))
    for (const map of claimed.followed.filter(isHere)) {
      const span = { from: map.toldUntil, until }
      const line = await door.asViewer(viewer, (tx) => readMapChanges(tx, map, personId, span))
      if (line) changes.push(line)
    }
  }
  return { lines, changes }
}

async function giveBack({ door }: DigestServices, claimed: Claimed): Promise<void> {
  await door.asSystem('give back what no letter named', (tx) => release(tx, claimed))
}
