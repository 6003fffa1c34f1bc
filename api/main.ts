import { readConfig } from './config.ts'
import { createLog } from './log.ts'
import { type Program, startProgram } from './program.ts'
import { StartRefusal } from './startRefusal.ts'

const log = createLog()
let program: Promise<Program> | undefined
let stopping = false

process.on('SIGTERM', stop)
process.on('SIGINT', stop)
process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise was rejected unheard'))

try {
  program = startProgram(readConfig(process.env), log, say)
  const { address, demoAccounts } = await program
  say(`\nInterlane is ready at ${address}`)
  if (demoAccounts.length > 0) say('Sign in with one click, or as one of the people of the demo:')
  for (const { name, organisation, email, password } of demoAccounts) {
    say(`  ${email}  ${password}  (${name}, ${organisation})`)
  }
} catch (error) {
  if (error instanceof StartRefusal) process.stderr.write(`${error.message}\n`)
  else log.fatal({ err: error }, 'Interlane could not start')
  process.exit(1)
}

/** Drains and ends; a start that is still under way is finished first. Gives up after 18 s, before operators kill. */
async function stop() {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(1), 18_000).unref()
  say('Stopping …')
  const running = await program?.catch(() => undefined)
  await running?.stop()
  process.exit(0)
}

function say(line: string) {
  process.stdout.write(`${line}\n`)
}
