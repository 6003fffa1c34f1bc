// From the moment one person sends an edit to the moment another's page, on the other instance, holds it.
import { setTimeout as sleep } from 'node:timers/promises'
import { type Place, signUp } from '../crash/clients.ts'
import { withColleagues } from './colleagues.ts'
import { OpenPage } from './openPage.ts'
import type { Program } from './program.ts'
import { requireKept, soon } from './required.ts'
import { changeScope, scopeChanges } from './scopeEdits.ts'
import { summarise, type Times } from './table.ts'

/** What our program and the relay are compared by. */
export interface Propagation {
  times: Times
  memory: number
  bytesPerEdit: number
}

interface Load {
  sockets: number
  seconds: number
}

export const pagesPerPerson = 40

export async function propagationHere(
  { addresses, memory }: Program,
  { sockets, seconds }: Load,
): Promise<Propagation & { afterAcknowledgement: Times }> {
  const [here, there] = addresses as [string, string]
  const people: Place[] = []
  while (people.length * pagesPerPerson < sockets)
    people.push(await signUp(here, `10.0.0.${people.length + 1}`))
  const open: OpenPage[] = []
  for (const [index, place] of people.entries())
    for (let page = 0; page < pagesPerPerson && open.length < sockets; page++)
      open.push(await OpenPage.open(place, addresses[(index + page) % addresses.length]!))
  const [place, other] = (await withColleagues(here, people[0]!, 2)) as [Place, Place]
  const reader = await pageThatPulls(other, there)
  const times: number[] = []
  const sinceAcknowledged: number[] = []
  for (const until = performance.now() + seconds * 1_000; performance.now() < until; ) {
    const started = performance.now()
    const told = reader.page.told()
    await changeScope(place, here)
    const acknowledged = performance.now()
    await Promise.race([told, sleep(1_000)])
    await soon("an edit on another's page", reader.pullUntilChanged())
    times.push(performance.now() - started)
    sinceAcknowledged.push(performance.now() - acknowledged)
  }
  requireKept('edits that others waited for', times.length, await scopeChanges(place, there))
  await requireToldOnly(open, place)
  const held = memory()
  for (const page of [...open, reader.page]) page.close()
  const what = `Interlane: an edit on another's page, ${open.length} pages on two instances`
  return {
    times: summarise(what, times, seconds),
    afterAcknowledgement: summarise('of which after the acknowledgement', sinceAcknowledged, seconds),
    ...{ memory: held, bytesPerEdit: reader.bytes() / times.length },
  }
}

async function pageThatPulls(place: Place, address: string) {
  const page = await OpenPage.open(place, address)
  const base = `${address}/api/ecosystems/${place.ecosystemId}/changes`
  let { cursor } = (await (await fetch(base, place)).json()) as { cursor: string }
  let bytes = 0
  return {
    page,
    bytes: () => bytes,
    async pullUntilChanged() {
      for (let isChanged = false; !isChanged; ) {
        const text = await (await fetch(`${base}?cursor=${cursor}`, place)).text()
        const changes = JSON.parse(text) as { cursor: string; rows: unknown[] }
        cursor = changes.cursor
        isChanged = changes.rows.length > 0
        bytes += text.length
      }
    },
  }
}

/** All pages of the ecosystem that was edited were told, and no other. */
async function requireToldOnly(pages: readonly OpenPage[], { ecosystemId }: Place): Promise<void> {
  const concerned = pages.filter((page) => page.ecosystemId === ecosystemId)
  const allTold = async () => {
    while (!concerned.every(({ hints }) => hints > 0)) await sleep(20)
  }
  await soon('a hint to every page of the map', allTold())
  const disturbed = pages.filter((page) => page.ecosystemId !== ecosystemId && page.hints > 0).length
  if (disturbed > 0) throw new Error(`${disturbed} pages were told of what does not concern them`)
}
