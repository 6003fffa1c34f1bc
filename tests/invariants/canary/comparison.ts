// The two worlds with the private life led in the first, and the brokers' lines open all the while.
import { listen } from '../../../api/site/listen.ts'
import { dial, type TestLine } from '../../live/instances.ts'
import { createWorld } from '../../support/world.ts'
import { newId } from '../scene.ts'
import type { Company } from './company.ts'
import type { Comparing } from './comparing.ts'
import { leadPrivateLife, type PrivateLife } from './privateLife.ts'
import { openTwin, type Twin } from './twins.ts'

export interface Comparison extends Comparing {
  life: PrivateLife
  /** The brokers' lines, in each world one, from before the private life on. */
  lines: readonly [TestLine, TestLine]
  lineOf(company: Company, twin: Twin): Promise<TestLine>
  close(): Promise<void>
}

export async function openComparison(): Promise<Comparison> {
  const world = await createWorld({ sendsMail: true })
  const server = await listen(world.app.fetch as never, { host: '127.0.0.1', port: 0 })
  const [one, two] = [await openTwin(world, 'one'), await openTwin(world, 'two')]
  const lines = [await lineOf(one.broker, one), await lineOf(two.broker, two)] as const
  for (const { broker, ecosystemId, shared } of [one, two]) {
    const path = `/api/ecosystems/${ecosystemId}/changes`
    shared.cursor = (await broker.act<{ cursor: string }>('GET', path)).body.cursor
  }
  const life = await leadPrivateLife(world, one)
  for (const field of Object.keys(one.hidden)) two.hidden[field] = newId()
  Object.assign(two.hidden, { ecosystemId: two.ecosystemId, email: 'nobody@insurer-two.example' })
  const found = new RegExp([...life.markers, ...life.rows.map(({ row }) => row.id)].join('|'), 'gi')
  const leaks = (bytes: string) => [...new Set(bytes.match(found) ?? [])]
  return { world, twins: [one, two], leaks, life, lines, lineOf, close }

  async function lineOf({ visitor, organisationId }: Company, { ecosystemId }: Twin): Promise<TestLine> {
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const line = dial(server.address, { organisationId }, ecosystemId, { Cookie: cookie })
    await line.hears(({ type }) => type === 'ready')
    return line
  }

  async function close(): Promise<void> {
    for (const line of lines) line.close()
    await server.drain()
    await world.services.live.close()
    await world.close()
  }
}
