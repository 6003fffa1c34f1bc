// The same sessions on a real Postgres, one request at a time so that seeds replay, in a process of their own.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { projectFolder } from '../../api/projectFolder.ts'

const sessions = 25

it('sessions on Postgres end with everybody holding what is theirs and nothing lost', {
  timeout: 900_000,
}, async () => {
  const { PATH, HOME } = process.env
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'tests/simulation/simulate.ts'],
    { cwd: projectFolder, env: { PATH, HOME, DATABASE: 'postgres', SESSIONS: String(sessions) } },
  ).catch((failed: { stdout: string }) => failed)
  expect(stdout).toContain(`${sessions} session(s), 0 with faults`)
})
