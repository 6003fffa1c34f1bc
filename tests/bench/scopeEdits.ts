import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EditsResponse } from '../../shared/edits/exchange.ts'
import { type Place, pullAll } from '../crash/clients.ts'

/** One edit of a map's scope, again while the server asks to wait. */
export async function changeScope(place: Place, address: string): Promise<void> {
  const actions = [{ type: 'map.change', id: place.mapId, fields: { scope: randomUUID() } }]
  const edit = { clientId: randomUUID(), number: 1, version: 1, actions }
  for (;;) {
    const response = await fetch(`${address}/api/ecosystems/${place.ecosystemId}/edits`, {
      ...{ method: 'POST', headers: place.headers, body: JSON.stringify({ edits: [edit] }) },
    })
    const text = await response.text()
    if (response.ok) {
      if (!(JSON.parse(text) as EditsResponse).answers[0]?.accepted) throw new Error(`refused: ${text}`)
      return
    }
    if (response.status !== 429) throw new Error(`${response.status}`)
    await sleep(Number(response.headers.get('Retry-After') ?? 1) * 1_000)
  }
}

/** How often the scope of its map was changed, as the server tells it. */
export async function scopeChanges(place: Place, address: string): Promise<number> {
  const { rows } = await pullAll(address, place)
  return (rows.find(({ row }) => row.id === place.mapId)?.row.versions.scope ?? 1) - 1
}
