// The composition root: builds every part from the configuration, in order, and takes it down in reverse.
import { join } from 'node:path'
import { stories } from '../seeds/stories.ts'
import type { DemoAccountAnswer } from '../shared/accounts/answers.ts'
import { alignDemoAccounts, readDemoAccounts } from './accounts/demo.ts'
import { keepHouse } from './accounts/housekeeping.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { openDatabase } from './database/openDatabase.ts'
import { loadDemo } from './demo/loadDemo.ts'
import { sendDigestsDaily } from './inbox/digest.ts'
import { callDueHourly } from './inbox/dueHourly.ts'
import { openPostgresBus } from './live/bus/postgresBus.ts'
import type { Log } from './log.ts'
import { noMailer } from './mail/mailer.ts'
import { createSmtpMailer } from './mail/smtpMailer.ts'
import { projectFolder } from './projectFolder.ts'
import { createServices } from './services.ts'
import { listen, refuseBusyPort } from './site/listen.ts'

/** A started program. */
export interface Program {
  /** Where this computer's browser finds it. */
  address: string
  /** The made-up people one can sign in as; empty where the demo is off. */
  demoAccounts: DemoAccountAnswer[]
  /** Answers what is under way, then closes everything; calling it twice is calling it once. */
  stop(): Promise<void>
}

/** Starts the program; `say` is told each step as a sentence for the terminal. Throws a `StartRefusal` when it cannot start. */
export async function startProgram(config: Config, log: Log, say: (line: string) => void): Promise<Program> {
  await refuseBusyPort(config)
  say(config.databaseUrl ? 'Connecting to the database …' : `Starting the database in ${config.dataFolder} …`)
  const database = await openDatabase(config)
  const mailer = config.smtpUrl
    ? createSmtpMailer({ smtpUrl: config.smtpUrl, publicUrl: config.publicUrl })
    : noMailer
  let draining = false
  let address = config.publicUrl ?? ''
  const bus = await openPostgresBus(database.servingUrl, (error) => log.warn({ err: error }, 'change bus'))
  try {
    const { connection } = database
    const services = await createServices({
      connection,
      mailer,
      log,
      publicUrl: () => address,
      demo: config.demo,
      bus,
    })
    await alignDemoAccounts(services.accounts)
    if (config.demo && (await loadDemo(services, stories))) say('Loaded the demo.')
    const app = createApp({
      config,
      log,
      services,
      readiness: { isDraining: () => draining, askDatabase: () => database.connection.sql`select 1` },
      webFolder: join(projectFolder, 'dist', 'web'),
    })
    const server = await listen(app.fetch, config)
    address ||= server.address
    const demoAccounts = config.demo
      ? await services.door.asSystem('print the demo accounts', readDemoAccounts)
      : []
    const stopKeepingHouse = keepHouse(services.accounts)
    const stopSendingDigests = sendDigestsDaily(services.accounts)
    const stopCallingDue = callDueHourly(services.accounts)
    let stopped: Promise<void> | undefined
    const stop = async () => {
      draining = true
      stopKeepingHouse()
      stopSendingDigests()
      stopCallingDue()
      await services.live.close()
      await server.drain()
      await services.accounts.afterwards.idle()
      mailer.close()
      await database.close()
    }
    return {
      address,
      demoAccounts,
      stop: () => {
        stopped ??= stop()
        return stopped
      },
    }
  } catch (error) {
    await bus.close()
    await database.close()
    throw error
  }
}
