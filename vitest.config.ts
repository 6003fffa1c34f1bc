import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Tests that ask for a database or a running program are the slow ones; the others can run while one types. */
const needsServer = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.test\.tsx?$/.test(path))
  .map((path) => join('tests', path))
  .filter((path) =>
    /support\/(database|server|world)|openEmbedded|'\.\/room\.ts'/.test(readFileSync(path, 'utf8')),
  )
/** The long versions of property tests take as long as they take. */
const isLong = process.env.LONG === '1'
const browser = ['tests/browser/**/*.test.ts']
/** Test files keep nothing for the next, so that a worker loads the domain, the pages and the program once for all its files. */
const isolate = false
/** Has the machine to itself: it says after how long a hundred pages show the same. */
const servers = 'tests/servers/servers.test.ts'
const web = ['tests/web/**/*.test.{ts,tsx}']

export default defineConfig({
  test: {
    // Tests wait for databases, clocks and browsers as well: with as many workers as cores, some cores would be idle.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: {
          name: 'unit',
          testTimeout: isLong ? 600_000 : 20_000,
          isolate,
          setupFiles: ['tests/support/seed.ts'],
          include: ['tests/**/*.test.ts'],
          exclude: [...needsServer, ...browser, ...web],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'web',
          include: web,
          environment: 'jsdom',
          isolate,
          setupFiles: ['tests/support/jsdom.ts', 'tests/support/seed.ts'],
        },
      },
      {
        test: {
          name: 'api',
          setupFiles: ['tests/support/seed.ts'],
          include: needsServer.filter((path) => !/^tests.(browser|web)/.test(path)),
          exclude: [servers],
          isolate,
          globalSetup: 'tests/support/databaseOfRun.ts',
          testTimeout: isLong ? 600_000 : 60_000,
          hookTimeout: 90_000,
        },
      },
      {
        test: {
          name: 'servers',
          include: [servers],
          setupFiles: ['tests/support/seed.ts'],
          globalSetup: 'tests/support/databaseOfRun.ts',
          hookTimeout: 90_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browser',
          include: browser,
          globalSetup: 'tests/support/databaseOfRun.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Two stories at a time: each has a program and a browser of its own, which mostly wait for each other.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
