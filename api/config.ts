import { createHash } from 'node:crypto'
import { basename, join, resolve } from 'node:path'
import { z } from 'zod'
import { isLoopback } from './loopback.ts'
import { projectFolder } from './projectFolder.ts'
import { StartRefusal } from './startRefusal.ts'

/** Everything an operator can set, parsed once; nobody else reads the environment. */
export interface Config {
  /** 0 takes any free port. */
  port: number
  host: string
  /** External Postgres; undefined means the embedded one. */
  databaseUrl: string | undefined
  /** Privileged role to migrate with; `databaseUrl` is then the low-privilege login itself. */
  migrationDatabaseUrl: string | undefined
  /** Absolute path. */
  dataFolder: string
  /** Origin under which browsers reach this installation, without a trailing slash; undefined on a laptop. */
  publicUrl: string | undefined
  smtpUrl: string | undefined
  demo: boolean
}

/** Parses the environment; throws a `StartRefusal` whose sentence names the variable and says what to write. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, value?.trim() || undefined]),
  )
  const parsed = settings.safeParse(given)
  if (!parsed.success) throw new StartRefusal(parsed.error.issues[0]!.message)
  const { PORT, HOST, DATABASE_URL, MIGRATION_DATABASE_URL, DATA_DIR, PUBLIC_URL, SMTP_URL, DEMO } =
    parsed.data
  if (MIGRATION_DATABASE_URL && !DATABASE_URL) {
    throw new StartRefusal('MIGRATION_DATABASE_URL is set without DATABASE_URL: set both, or neither.')
  }
  return {
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL,
    migrationDatabaseUrl: MIGRATION_DATABASE_URL,
    dataFolder: resolve(DATA_DIR ?? defaultDataFolder()),
    publicUrl: PUBLIC_URL,
    smtpUrl: SMTP_URL,
    demo: decideDemo(DEMO, DATABASE_URL, HOST, PUBLIC_URL),
  }
}

/** Demo accounts have passwords that one click shows: never where others can reach them or beside real data. */
function decideDemo(
  wish: 'on' | 'off' | undefined,
  databaseUrl: string | undefined,
  host: string,
  publicUrl?: string,
) {
  const reachable = !isLoopback(host) || (publicUrl !== undefined && !isLoopback(new URL(publicUrl).hostname))
  if (wish !== 'on') return wish === undefined && !reachable && !databaseUrl
  if (reachable) {
    throw new StartRefusal(
      'DEMO=on is only for this computer, because anyone could sign in with the demo accounts: set HOST and PUBLIC_URL to a loopback address, or DEMO=off.',
    )
  }
  if (databaseUrl) {
    throw new StartRefusal('DEMO=on is only for the embedded database: unset DATABASE_URL, or set DEMO=off.')
  }
  return true
}

/** Root keeps data where the server's own account belongs, one folder for each checkout. */
function defaultDataFolder(): string {
  if (process.getuid?.() !== 0) return join(projectFolder, '.data')
  const mark = createHash('sha256').update(projectFolder).digest('hex').slice(0, 8)
  return join('/var/lib/interlane', `${basename(projectFolder)}-${mark}`)
}

const postgresUrl = (name: string) =>
  z.string().refine((text) => hasScheme(text, ['postgres:', 'postgresql:']), {
    error: `${name} must be a URL like postgres://user:password@host:5432/database.`,
  })

const settings = z.object({
  PORT: z
    .string()
    .default('3000')
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, {
      error: (issue) => `PORT must be a whole number from 0 to 65535, not "${issue.input}".`,
    })
    .transform(Number),
  HOST: z
    .string()
    .default('127.0.0.1')
    .refine((text) => /^[a-zA-Z0-9.:-]+$/.test(text), {
      error: (issue) =>
        `HOST must be a host name or address like 127.0.0.1 or 0.0.0.0, not "${issue.input}".`,
    }),
  DATABASE_URL: postgresUrl('DATABASE_URL').optional(),
  MIGRATION_DATABASE_URL: postgresUrl('MIGRATION_DATABASE_URL').optional(),
  DATA_DIR: z.string().optional(),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, {
      error: (issue) =>
        `PUBLIC_URL must be an address without a path, like https://interlane.example.com, not "${issue.input}".`,
    })
    .transform((text) => new URL(text).origin)
    .optional(),
  SMTP_URL: z
    .string()
    .refine((text) => hasScheme(text, ['smtp:', 'smtps:']), {
      error: 'SMTP_URL must be a URL like smtp://user:password@mail.example.com:587.',
    })
    .optional(),
  DEMO: z
    .enum(['on', 'off'], { error: (issue) => `DEMO must be on or off, not "${issue.input}".` })
    .optional(),
})

function hasScheme(text: string, schemes: string[]): boolean {
  return URL.canParse(text) && schemes.includes(new URL(text).protocol) && new URL(text).hostname !== ''
}

function isOrigin(text: string): boolean {
  if (!hasScheme(text, ['http:', 'https:'])) return false
  const { username, password, pathname, search, hash } = new URL(text)
  return pathname === '/' && `${username}${password}${search}${hash}` === ''
}
