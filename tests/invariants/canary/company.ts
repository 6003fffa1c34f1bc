// One organisation of the session: it signs up by mail, edits, and holds what a browser would hold.
import { randomUUID } from 'node:crypto'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { ChangesResponse, EditAnswer, EditsResponse } from '../../../shared/edits/exchange.ts'
import type { Visitor } from '../../accounts/visitor.ts'
import type { World } from '../../support/world.ts'

export type Company = ReturnType<typeof actFor>

export async function foundCompany(world: World, name: string): Promise<Company> {
  const visitor = world.visitor()
  const email = `${name.toLowerCase()}@${name.toLowerCase()}.example`
  const password = 'long enough for anyone'
  await visitor.send('POST', '/api/account', { name: `Kim of ${name}`, email, password, organisation: name })
  const path = '/api/email-confirmations/current'
  const token = { 'Interlane-Token': await secretMailed(world, email) }
  const { body } = await visitor.send<{
    person: { id: string }
    memberships: { organisation: { id: string } }[]
  }>('POST', path, { password }, token)
  return actFor(visitor, { name, email, organisationId: body.memberships[0]!.organisation.id })
}

/** Another person of a company, invited by mail, as an admin of it. */
export async function joinCompany(
  world: World,
  { act, organisationId }: Company,
  { email, name }: { email: string; name: string },
): Promise<Company> {
  await act('POST', `/api/organisations/${organisationId}/invitations`, { email, role: 'admin' })
  const visitor = world.visitor()
  const newAccount = { name, password: 'long enough for anyone' }
  const token = { 'Interlane-Token': await secretMailed(world, email) }
  await visitor.send('POST', '/api/colleague-invitations/current', { newAccount }, token)
  return actFor(visitor, { name, email, organisationId })
}

function actFor(
  visitor: Visitor,
  { name, email, organisationId }: { name: string; email: string; organisationId: string },
) {
  const clientId = randomUUID()
  const held = new Map<string, unknown>()
  let cursor: string | undefined
  let number = 0

  function act<Body>(method: string, path: string, sent?: unknown) {
    return visitor.send<Body>(method, path, sent, { 'Interlane-Organisation': organisationId })
  }

  return {
    ...{ name, email, organisationId, visitor, act, held },
    /** What the last edit is named by. */
    last: () => ({ clientId, number }),
    async edit(ecosystemId: string, ...actions: ActionInput[]): Promise<EditAnswer | undefined> {
      number += 1
      const edits = [{ clientId, number, version: 1, actions }]
      const { body } = await act<EditsResponse>('POST', `/api/ecosystems/${ecosystemId}/edits`, { edits })
      return body.answers?.[0]
    },
    /** Follows by cursor; a client that is told it has no place any more forgets everything. */
    async pull(ecosystemId: string): Promise<void> {
      const query = cursor === undefined ? '' : `?cursor=${cursor}`
      const { status, body } = await act<ChangesResponse>(
        'GET',
        `/api/ecosystems/${ecosystemId}/changes${query}`,
      )
      if (status !== 200 || body.reset) held.clear()
      if (status !== 200) return
      cursor = body.cursor
      for (const { row } of body.rows) held.set(row.id, row)
      for (const { id } of body.gone) held.delete(id)
    },
  }
}

/** The secret of the link last mailed to an address. */
export async function secretMailed(world: World, email: string): Promise<string> {
  await world.services.accounts.afterwards.idle()
  const mail = world.outbox.findLast(({ to }) => to === email)
  return /#([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
}
