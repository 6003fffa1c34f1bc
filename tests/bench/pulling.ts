import { randomUUID } from 'node:crypto'
import { Client, pullAll, signUp } from '../crash/clients.ts'
import { requireKept } from './required.ts'
import { callers, summarise, type Times } from './table.ts'

const rows = 5_000

/** What it costs to open a large map. */
export async function loadOfPulls(address: string, seconds: number): Promise<Times> {
  const place = await signUp(address)
  const { mapId } = place
  const client = new Client(place)
  for (let row = 0; row < rows; row += 500) {
    const added = Array.from({ length: 500 }, () => ({
      ...{ type: 'stage.add', id: randomUUID(), mapId, name: 'Stage', rank: 'a0' },
    }))
    client.compose(added)
    await client.send(address)
  }
  const held = await pullAll(address, place)
  requireKept('stages', rows, held.rows.filter(({ kind }) => kind === 'stage').length)
  const pull = async () => {
    const response = await fetch(`${address}/api/ecosystems/${place.ecosystemId}/changes`, place)
    await response.arrayBuffer()
  }
  const what = `pull of a map of ${rows.toLocaleString('en')} rows, one after the other`
  return summarise(what, await callers(1, seconds, pull), seconds)
}
