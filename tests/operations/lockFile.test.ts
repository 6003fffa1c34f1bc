import { expect, test } from 'vitest'
import lock from '../../package-lock.json'

interface LockEntry {
  version?: string
  optionalDependencies?: Record<string, string>
}

// npm writes no entry for a platform's package that it could not see, and then `npm ci` refuses the file.
test('the lock file names the binary packages of every platform', () => {
  const entries: Record<string, LockEntry> = lock.packages
  const missing = Object.entries(entries).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(entries, path, name)),
  )
  expect(missing).toEqual([])
})

/** Packages are looked for the way Node does, in every node_modules folder upwards. */
function isLocked(entries: Record<string, LockEntry>, path: string, name: string): boolean {
  if (entries[`${path === '' ? '' : `${path}/`}node_modules/${name}`]) return true
  if (path === '') return false
  return isLocked(entries, path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name)
}
