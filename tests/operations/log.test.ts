import { DrizzleQueryError } from 'drizzle-orm/errors'
import { expect, test } from 'vitest'
import { createLog } from '../../api/log.ts'

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = ''
  const keep = (line: string) => {
    text += line
  }
  write(createLog({ write: keep }))
  return text
}

test('passwords, tokens, cookies and bodies never reach the log', () => {
  const text = logged((log) => {
    log.info({
      password: 's3cret',
      request: { body: 's3cret', headers: { cookie: 's3cret', authorization: 's3cret' } },
    })
    log.info({ token: 's3cret', invitation: { token: 's3cret' } }, 'invited')
  })
  expect(text).toContain('invited')
  expect(text).not.toContain('s3cret')
})

test('a failed statement is logged without the values it was given', () => {
  const cause = Object.assign(new Error('duplicate key (token)=(s3cret)'), {
    severity: 'ERROR',
    code: '23505',
    constraint_name: 'links_token',
    detail: 'Key (token)=(s3cret) already exists.',
  })
  const text = logged((log) =>
    log.error({ err: new DrizzleQueryError('insert into links values ($1)', ['s3cret'], cause) }, 'failed'),
  )
  expect(text).not.toContain('s3cret')
  expect(text).toContain('23505')
  expect(text).toContain('links_token')
  expect(text).toContain('log.test.ts')
})
