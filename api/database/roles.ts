import { createHash, createHmac, randomBytes } from 'node:crypto'
import type postgres from 'postgres'
import { StartRefusal } from '../startRefusal.ts'

/** The roles in which every transaction runs; no login holds their rights without `SET LOCAL ROLE`. */
export const groupRoles = ['interlane_viewer', 'interlane_system'] as const

/**
 * Creates what is missing of the group roles and of this database's own low-privilege login, and answers the URL that
 * serves with it. The login's password follows from the privileged URL, so that all instances agree without storing it.
 * May run any number of times; callers hold the migration lock.
 */
export async function prepareServingLogin(privileged: postgres.Sql, privilegedUrl: string): Promise<string> {
  const [place] = await privileged<{ name: string }[]>`select current_database() as name`
  const database = place!.name
  const login = servingLoginOf(database)
  const password = await servingPassword(privileged, privilegedUrl, database)
  await createGroupRoles(privileged)
  const [known] = await privileged`select 1 from pg_roles where rolname = ${login}`
  const verb = known ? 'alter' : 'create'
  await createRole(privileged, `${verb} role ${quoted(login)} login noinherit password '${password}'`)
  await joinGroups(privileged, login)
  await refuseMightyLogin(privileged, login)
  const url = new URL(privilegedUrl)
  url.username = login
  url.password = password
  return url.href
}

/** Makes the given login, which the operator created, a member of the group roles; refuses one that could go past row-level security. */
export async function adoptServingLogin(privileged: postgres.Sql, login: string): Promise<void> {
  await createGroupRoles(privileged)
  const [role] = await privileged<{ mighty: boolean }[]>`
    select rolsuper or rolbypassrls or rolcreaterole as mighty from pg_roles where rolname = ${login}`
  if (!role)
    throw new StartRefusal(
      `DATABASE_URL names the role "${login}", which the database does not have: create it.`,
    )
  if (role.mighty) {
    throw new StartRefusal(
      `With MIGRATION_DATABASE_URL set, DATABASE_URL must name a low-privilege role, and "${login}" is a superuser, may create roles or bypasses row-level security: use another role.`,
    )
  }
  await joinGroups(privileged, login)
  await refuseMightyLogin(privileged, login)
}

/** Refuses to serve with a login that could go past row-level security, by itself or by a role that it may take. */
async function refuseMightyLogin(privileged: postgres.Sql, login: string): Promise<void> {
  const [mighty] = await privileged<{ name: string }[]>`
    select rolname as name from pg_roles
    where (rolsuper or rolbypassrls) and pg_has_role(${login}, oid, 'MEMBER')`
  if (!mighty) return
  const means = mighty.name === login ? '' : `, as a member of "${mighty.name}"`
  throw new StartRefusal(
    `The role "${login}" that Interlane serves with could go past row-level security${means}: take that right from it.`,
  )
}

function servingLoginOf(database: string): string {
  const readable = database
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '_')
    .slice(0, 32)
  return `interlane_serve_${readable}_${createHash('sha256').update(database).digest('hex').slice(0, 8)}`
}

async function servingPassword(
  privileged: postgres.Sql,
  privilegedUrl: string,
  database: string,
): Promise<string> {
  const known = decodeURIComponent(new URL(privilegedUrl).password)
  const key = known || (await keyKeptInDatabase(privileged))
  return createHmac('sha256', key).update(database).digest('base64url')
}

/** Without a password in the URL (trust or certificate) there is nothing secret to derive one from. */
async function keyKeptInDatabase(privileged: postgres.Sql): Promise<string> {
  await privileged`create schema if not exists interlane_operations`
  await privileged`create table if not exists interlane_operations.serving_key (key text not null)`
  const [kept] = await privileged<{ key: string }[]>`select key from interlane_operations.serving_key`
  if (kept) return kept.key
  const key = randomBytes(32).toString('base64url')
  await privileged`insert into interlane_operations.serving_key (key) values (${key})`
  return key
}

async function createGroupRoles(privileged: postgres.Sql) {
  for (const role of groupRoles) {
    const [known] = await privileged<{ rolbypassrls: boolean; rolcanlogin: boolean; rolsuper: boolean }[]>`
      select rolbypassrls, rolcanlogin, rolsuper from pg_roles where rolname = ${role}`
    if (!known) await createRole(privileged, `create role ${role} nologin noinherit`)
    else if (known.rolbypassrls || known.rolcanlogin || known.rolsuper) {
      throw new StartRefusal(
        `The database's role "${role}" must be NOLOGIN, NOSUPERUSER and NOBYPASSRLS: correct or drop it.`,
      )
    }
  }
}

/** Roles belong to the whole server: another database's start may create the same one in this moment. */
async function createRole(privileged: postgres.Sql, statement: string) {
  try {
    await privileged.unsafe(statement)
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code === insufficientPrivilege) {
      const [who] = await privileged<{ name: string }[]>`select current_user as name`
      throw new StartRefusal(
        `The role "${who!.name}" may not create roles: give it CREATEROLE, or set MIGRATION_DATABASE_URL to a role that has it.`,
      )
    }
    if (code !== duplicateObject && code !== uniqueViolation) throw error
  }
}

async function joinGroups(privileged: postgres.Sql, login: string) {
  for (const group of groupRoles) {
    const [member] = await privileged`
      select 1 from pg_auth_members
      where roleid = ${group}::regrole and member = ${quoted(login)}::regrole`
    if (member) continue
    try {
      await privileged.unsafe(`grant ${group} to ${quoted(login)}`)
    } catch (error) {
      if ((error as { code?: string }).code !== insufficientPrivilege) throw error
      throw new StartRefusal(
        `The role "${group}" belongs to another installation on this server: run GRANT ${group} TO CURRENT_USER WITH ADMIN OPTION as its owner, or use a server of its own.`,
      )
    }
  }
}

function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`
}

const insufficientPrivilege = '42501'
const duplicateObject = '42710'
const uniqueViolation = '23505'
