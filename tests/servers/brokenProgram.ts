// The program with a fault in it, as a process of its own: what the checks of this folder have to find. Says where it is once it
// answers, and is told what its fault is to be.
import { randomUUID } from 'node:crypto'
import { createApp } from '../../api/app.ts'
import { readConfig } from '../../api/config.ts'
import { connect } from '../../api/database/connect.ts'
import type { AcceptEdits } from '../../api/edits/acceptEdits.ts'
import { openPostgresBus } from '../../api/live/bus/postgresBus.ts'
import { createLog } from '../../api/log.ts'
import { noMailer } from '../../api/mail/mailer.ts'
import { createServices } from '../../api/services.ts'
import { listen } from '../../api/site/listen.ts'
import type { Fault } from './startBroken.ts'

/** Longer than it is let live after it has answered. */
const writeLaterMilliseconds = 60_000

const faults: Record<Fault, (accept: AcceptEdits) => AcceptEdits> = {
  answersBeforeCommit: (accept) => async (viewer, ecosystemId, edits) => {
    setTimeout(() => void accept(viewer, ecosystemId, edits), writeLaterMilliseconds)
    return edits.map(({ clientId, number }) => ({ clientId, number, accepted: true }))
  },
  /** It takes each request for a new one, and loses every second answer. */
  missingIdempotency: (accept) => {
    let asked = 0
    return async (viewer, ecosystemId, edits) => {
      const answers = await accept(
        viewer,
        ecosystemId,
        edits.map((one) => ({ ...one, clientId: randomUUID() })),
      )
      asked += 1
      if (asked % 2 === 1) throw new Error('the answer is lost')
      return answers.map((answer, index) => ({ ...answer, clientId: edits[index]!.clientId }))
    }
  },
}

const { SERVING_URL = '' } = process.env
const [log, connection] = [createLog(), connect(SERVING_URL, 3)]
const bus = await openPostgresBus(SERVING_URL)
const publicUrl = () => 'http://localhost:3000'
const sound = await createServices({ connection, mailer: noMailer, log, publicUrl, demo: false, bus })
let acceptEdits = sound.acceptEdits
process.on('message', (fault: Fault) => {
  acceptEdits = faults[fault](sound.acceptEdits)
})
const services = { ...sound, acceptEdits: ((...asked) => acceptEdits(...asked)) satisfies AcceptEdits }
const readiness = { isDraining: () => false, askDatabase: () => connection.sql`select 1` }
const config = readConfig({ DEMO: 'off', PORT: '0' })
const app = createApp({ config, log, services, readiness, webFolder: 'dist/web' })
const { address } = await listen(app.fetch, { host: '127.0.0.1', port: 0 })
process.send!({ address })
process.on('disconnect', () => process.exit())
