import { execFile } from 'node:child_process'
import { afterAll, expect, it } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { signIn, signUp } from './people.ts'
import { buildWorld, secretIn } from './world.ts'

const database = await freshDatabase()
const world = await buildWorld(database)
afterAll(() => world.close())

/** Runs the operator's command as npm does. */
function runCommand(...words: string[]): Promise<{ code: number; output: string; complaint: string }> {
  const environment = { ...process.env, DATABASE_URL: database.ownerUrl, PORT: '4321', PUBLIC_URL: '' }
  const command = ['--import', 'tsx', 'api/resetPassword.ts', ...words]
  return new Promise((resolve) => {
    execFile(process.execPath, command, { env: environment }, (error, output, complaint) =>
      resolve({ code: error ? Number(error.code) : 0, output, complaint }),
    )
  })
}

it('prints a link once that sets a new password, and refuses what has no account', async () => {
  await signUp(world, 'ada@fernhill.example')
  const { code, output } = await runCommand('Ada@fernhill.example')
  expect(code).toBe(0)
  expect(output).toMatch(/http:\/\/localhost:4321\/reset-password#[\w-]{43}\n$/)
  const token = { 'Interlane-Token': secretIn(output) }
  const body = { newPassword: 'my new password' }
  const answer = await world.visitor().send('POST', '/api/password-resets/current', body, token)
  expect(answer.status).toBe(204)
  expect((await signIn(world, 'ada@fernhill.example', body.newPassword)).status).toBe(201)

  const unknown = await runCommand('nobody@fernhill.example')
  expect(unknown).toMatchObject({ code: 1, output: '' })
  expect(unknown.complaint).toBe('No account has the e-mail address nobody@fernhill.example.\n')
  expect(await runCommand()).toMatchObject({
    code: 1,
    complaint: expect.stringContaining('Name the account'),
  })
}, 60_000)
