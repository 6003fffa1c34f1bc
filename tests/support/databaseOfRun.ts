import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { serverAccount } from '../../api/database/embedded/account.ts'
import { findBinaries } from '../../api/database/embedded/binaries.ts'
import { openCluster } from '../../api/database/embedded/cluster.ts'
import { stopPostmaster } from '../../api/database/embedded/postmaster.ts'
import { programsList } from './programsList.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseFolder: string
    databaseUrl: string | undefined
  }
}

const prefix = 'interlane-test-'

/** Gives a test run its folder for an embedded server, which starts with the first test that asks for a database. */
export default async function databaseOfRun(project: TestProject) {
  await removeLeftovers()
  const folder = mkdtempSync(join(tmpdir(), prefix))
  writeFileSync(join(folder, 'owner'), String(process.pid))
  project.provide('databaseFolder', folder)
  project.provide('databaseUrl', process.env.TEST_DATABASE_URL)
  return () => remove(folder)
}

/** Runs that were killed leave their server running. */
async function removeLeftovers() {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue
    const folder = join(tmpdir(), name)
    const owner = join(folder, 'owner')
    if (existsSync(owner) && !isRunning(Number(readFileSync(owner, 'utf8')))) await remove(folder)
  }
}

async function remove(folder: string) {
  killPrograms(join(folder, programsList))
  const account = await serverAccount()
  const binaries = findBinaries(account)
  for (const dataFolder of [folder, ...readdirSync(folder).map((name) => join(folder, name))]) {
    const cluster = join(dataFolder, 'postgres')
    if (existsSync(cluster)) await stopPostmaster(await openCluster(cluster, binaries, account), binaries)
  }
  rmSync(folder, { recursive: true, force: true })
}

/** A test that fails leaves the programs it started running. */
function killPrograms(list: string) {
  if (!existsSync(list)) return
  for (const pid of readFileSync(list, 'utf8').split('\n').filter(Boolean).map(Number)) {
    const command = join('/proc', String(pid), 'cmdline')
    if (existsSync(command) && readFileSync(command, 'utf8').includes('dist/api/main.js'))
      process.kill(pid, 'SIGKILL')
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
