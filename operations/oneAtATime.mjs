import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Runs `work` while no other process does so in this checkout: two installs at once would destroy each other.
 * @param {string} folder the checkout
 * @param {(line: string) => void} say is told about a wait
 * @param {() => Promise<void>} work what excludes each other
 */
export async function oneAtATime(folder, say, work) {
  mkdirSync(join(folder, 'dist'), { recursive: true })
  const lock = join(folder, 'dist', 'preparing.pid')
  let told = false
  while (!take(lock)) {
    if (!told) say('Waiting for another start that prepares this folder …')
    told = true
    await sleep(300)
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!isHeld(lock)) rmSync(lock, { force: true })
    return false
  }
}

function isHeld(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    // An empty file was made this instant by someone who has not written their number yet.
    if (pid !== 0) process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
