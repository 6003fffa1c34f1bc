import { describe, expect, test } from 'vitest'
import { readConfig } from '../../api/config.ts'
import { StartRefusal } from '../../api/startRefusal.ts'

describe('a configuration that cannot work is refused with a sentence that names the variable', () => {
  const wrong: [Record<string, string>, RegExp][] = [
    [{ PORT: 'three' }, /PORT must be a whole number/],
    [{ PORT: '70000' }, /PORT must be/],
    [{ PORT: '-1' }, /PORT must be/],
    [{ PORT: '3000.5' }, /PORT must be/],
    [{ HOST: 'http://localhost' }, /HOST must be a host name/],
    [{ DATABASE_URL: 'mysql://a@b/c' }, /DATABASE_URL must be a URL like postgres/],
    [{ DATABASE_URL: 'localhost:5432' }, /DATABASE_URL must be/],
    [{ MIGRATION_DATABASE_URL: 'postgres://a:b@c/d' }, /MIGRATION_DATABASE_URL is set without DATABASE_URL/],
    [{ PUBLIC_URL: 'interlane.example.com' }, /PUBLIC_URL must be an address without a path/],
    [{ PUBLIC_URL: 'https://example.com/interlane' }, /PUBLIC_URL must be an address without a path/],
    [{ PUBLIC_URL: 'https://a:b@example.com' }, /PUBLIC_URL must be/],
    [{ SMTP_URL: 'mail.example.com' }, /SMTP_URL must be a URL like smtp/],
    [{ DEMO: 'yes' }, /DEMO must be on or off, not "yes"/],
    [{ DEMO: 'on', HOST: '0.0.0.0' }, /DEMO=on is only for this computer/],
    [{ DEMO: 'on', PUBLIC_URL: 'https://interlane.example.com' }, /DEMO=on is only for this computer/],
    [{ DEMO: 'on', DATABASE_URL: 'postgres://a:b@c/d' }, /DEMO=on is only for the embedded database/],
  ]
  test.each(wrong)('%o', (environment, sentence) => {
    expect(() => readConfig(environment)).toThrow(StartRefusal)
    expect(() => readConfig(environment)).toThrow(sentence)
  })

  test('and no sentence repeats a password', () => {
    const read = () => readConfig({ DATABASE_URL: 'http://user:very-secret@host/db' })
    expect(read).toThrow(StartRefusal)
    expect(read).not.toThrow(/very-secret/)
  })
})

describe('what is not set has a default', () => {
  test('a laptop gets the embedded database, the demo and the loopback address', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      publicUrl: undefined,
      demo: true,
    })
  })

  test('an empty variable is one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', DEMO: '' })).toEqual(readConfig({}))
  })

  test('a trailing slash of PUBLIC_URL does no harm', () => {
    expect(readConfig({ PUBLIC_URL: 'https://interlane.example.com/' }).publicUrl).toBe(
      'https://interlane.example.com',
    )
  })
})

describe('the demo is on only where nobody else can reach it and no real data is', () => {
  const cases: [Record<string, string>, boolean][] = [
    [{}, true],
    [{ HOST: 'localhost' }, true],
    [{ HOST: '::1' }, true],
    [{ HOST: '127.0.0.2', PUBLIC_URL: 'http://localhost:3000' }, true],
    [{ DEMO: 'off' }, false],
    [{ HOST: '0.0.0.0' }, false],
    [{ HOST: '127.0.0.1.example.com' }, false],
    [{ PUBLIC_URL: 'https://interlane.example.com' }, false],
    [{ DATABASE_URL: 'postgres://a:b@localhost/d' }, false],
  ]
  test.each(cases)('%o: %s', (environment, demo) => {
    expect(readConfig(environment).demo).toBe(demo)
  })
})
