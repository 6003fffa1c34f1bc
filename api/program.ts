// The composition root: builds every part from the configuration, in order, and takes it down in reverse.
import { join } from 'node:path'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { openDatabase } from './database/openDatabase.ts'
import type { Log } from './log.ts'
import { projectFolder } from './projectFolder.ts'
import { listen, refuseBusyPort } from './site/listen.ts'

/** A started program. */
export interface Program {
  /** Where this computer's browser finds it. */
  address: string
  /** Answers what is under way, then closes everything; calling it twice is calling it once. */
  stop(): Promise<void>
}

/** Starts the program; `say` is told each step as a sentence for the terminal. Throws a `StartRefusal` when it cannot start. */
export async function startProgram(config: Config, log: Log, say: (line: string) => void): Promise<Program> {
  await refuseBusyPort(config)
  say(config.databaseUrl ? 'Connecting to the database …' : `Starting the database in ${config.dataFolder} …`)
  const database = await openDatabase(config)
  let draining = false
  try {
    const app = createApp({
      config,
      log,
      readiness: { isDraining: () => draining, askDatabase: () => database.connection.sql`select 1` },
      webFolder: join(projectFolder, 'dist', 'web'),
    })
    const server = await listen(app.fetch, config)
    let stopped: Promise<void> | undefined
    const stop = async () => {
      draining = true
      await server.drain()
      await database.close()
    }
    return {
      address: config.publicUrl ?? server.address,
      stop: () => {
        stopped ??= stop()
        return stopped
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}
