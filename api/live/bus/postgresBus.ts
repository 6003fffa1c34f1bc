// Between instances through LISTEN and NOTIFY: on a connection of its own, after the commit, never inside the writing transaction.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { connect } from '../../database/connect.ts'
import { type Bus, type BusMessage, busMessage } from './bus.ts'
import { Listeners } from './listeners.ts'
import { Outbox } from './outbox.ts'

const channel = 'interlane_live'
/** Postgres takes payloads below 8,000 bytes; the sender's id goes in front. */
const mostBytes = 7_000
/** How often one says something to oneself, and after how long a silence the line is taken for dead. */
const ownPace = { beatMilliseconds: 4_000, silenceMilliseconds: 10_000 }

/**
 * Resolves once it listens, or has failed to: it tries again by itself, also when the line is open and dead. Its own instance hears
 * at once, without the way through the database.
 */
export async function openPostgresBus(
  databaseUrl: string,
  onFailure: (error: unknown) => void = () => {},
  { beatMilliseconds, silenceMilliseconds } = ownPace,
): Promise<Bus> {
  const self = randomUUID()
  const listeners = new Listeners(onFailure)
  let line = connect(databaseUrl, 1)
  let isClosed = false
  let heardAt = performance.now()
  const outbox = new Outbox(mostBytes, (texts) => void notify(texts))
  await listen()
  const beat = setInterval(() => void keepAlive(), beatMilliseconds)
  beat.unref()
  return {
    publish(message) {
      if (isClosed) return
      outbox.add(message)
      queueMicrotask(() => listeners.tell(message))
    },
    subscribe: (listener) => listeners.add(listener),
    async close() {
      outbox.flush()
      isClosed = true
      clearInterval(beat)
      listeners.clear()
      await line.close()
    },
  }

  async function listen() {
    heardAt = performance.now()
    try {
      await line.sql.listen(channel, hear)
    } catch (error) {
      if (!isClosed) onFailure(error)
    }
  }

  function hear(payload: string) {
    heardAt = performance.now()
    if (payload.startsWith(self)) return
    for (const message of messagesIn(payload.slice(self.length))) listeners.tell(message)
  }

  async function notify(texts: readonly string[]) {
    const payloads = texts.map((text) => self + text)
    try {
      await line.sql`select pg_notify(${channel}, payload) from unnest(${payloads}::text[]) as payload`
    } catch (error) {
      if (!isClosed) onFailure(error)
    }
  }

  /** One hears one's own beat; where one does not, the line is dead without having been closed. */
  async function keepAlive() {
    const isSilent = performance.now() - heardAt > silenceMilliseconds
    if (isSilent) {
      const dead = line
      line = connect(databaseUrl, 1)
      void dead.sql.end({ timeout: 0 }).catch(() => {})
      await listen()
    }
    await Promise.race([notify(['[]']), sleep(beatMilliseconds, undefined, { ref: false })])
  }
}

/** An instance of another version may say what this one does not understand. */
function messagesIn(text: string): BusMessage[] {
  try {
    return z
      .array(z.unknown())
      .parse(JSON.parse(text))
      .flatMap((one) => busMessage.safeParse(one).data ?? [])
  } catch {
    return []
  }
}
