import { fork } from 'node:child_process'
import { prepareDatabase } from '../../api/database/migrate.ts'
import { projectFolder } from '../../api/projectFolder.ts'

/** In which way a program is wrong. */
export type Fault = 'answersBeforeCommit' | 'missingIdempotency'

export type BrokenProgram = Awaited<ReturnType<typeof startBroken>>

/** Starts a program that can be wrong, on a database that others serve as well; it ends with whoever started it. */
export async function startBroken(databaseUrl: string) {
  const servingUrl = await prepareDatabase({ privilegedUrl: databaseUrl })
  const child = fork(new URL('./brokenProgram.ts', import.meta.url), {
    ...{ cwd: projectFolder, execArgv: ['--import', 'tsx'], stdio: 'ignore' },
    env: { PATH: process.env.PATH, HOME: process.env.HOME, SERVING_URL: servingUrl },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { address: string }).address))
    child.once('exit', () => reject(new Error('the broken program ended at its start')))
  })
  return {
    address,
    /** From its next request on. */
    becomes: (fault: Fault) => void child.send(fault),
    async killHard(): Promise<void> {
      child.kill('SIGKILL')
      await ended
    },
  }
}
