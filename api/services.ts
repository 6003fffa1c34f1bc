// What the routes work with, built once: by the program, and by tests on a database of their own.
import { type AccountServices, createAccountServices } from './accounts/services.ts'
import type { Connection } from './database/connect.ts'
import { type Door, openDoor } from './database/door.ts'
import { sharedSecret } from './database/secret.ts'
import { type AcceptEdits, createAcceptEdits } from './edits/acceptEdits.ts'
import { createPullChanges, type PullChanges } from './edits/changes.ts'
import { createCursors } from './edits/cursor.ts'
import { moveEpochsOf } from './edits/epochs.ts'
import type { Bus } from './live/bus/bus.ts'
import { createInProcessBus } from './live/bus/inProcessBus.ts'
import { createLive, type Live } from './live/live.ts'
import type { Log } from './log.ts'
import type { Mailer } from './mail/mailer.ts'

export interface Services {
  accounts: AccountServices
  door: Door
  acceptEdits: AcceptEdits
  pullChanges: PullChanges
  live: Live
}

interface Given {
  connection: Connection
  mailer: Mailer
  log: Log
  publicUrl: () => string
  demo: boolean
  /** How this instance and the others beside it hear of changes; without one it is alone. */
  bus?: Bus
  clock?: () => Date
}

export async function createServices({
  connection,
  mailer,
  log,
  publicUrl,
  demo,
  bus = createInProcessBus(),
  clock,
}: Given): Promise<Services> {
  const door = openDoor(connection.database, (reason) => log.debug({ reason }, 'past all audiences'))
  const accounts = await createAccountServices({
    ...{ door, mailer, publicUrl, demo },
    ...(clock && { clock }),
    membershipChanged: (organisationId, _personId, tx) => moveEpochsOf(organisationId, tx),
    logFailure: (name, error) => log.error({ err: error }, name),
  })
  const cursors = createCursors(await sharedSecret(door, 'cursors'))
  return {
    accounts,
    door,
    acceptEdits: createAcceptEdits(door, (ecosystemId, seq) =>
      bus.publish({ kind: 'changed', ecosystemId, seq }),
    ),
    pullChanges: createPullChanges(door, cursors),
    live: createLive({
      ...{ door, bus, clock: accounts.clock },
      onFailure: (error) => log.error({ err: error }, 'live lines'),
    }),
  }
}
