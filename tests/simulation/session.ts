// One session: people of several companies edit the same maps over a bad network while roles, audiences and owners change.

import { pretendBrowser } from './browserGlobals.ts'
import { type Chance, chanceOf } from './chance.ts'
import { Client } from './client.ts'
import { type Companies, foundCompanies, someRights } from './company.ts'
import type { EditServer } from './editServer.ts'
import { Judge } from './judge.ts'
import { Markers } from './markers.ts'
import type { MemoryServer } from './memoryServer.ts'
import { Network } from './network.ts'
import { OpenPages } from './openPages.ts'
import { VirtualTime } from './virtualTime.ts'

export interface Outcome {
  seed: number
  faults: string[]
  edits: number
  acknowledged: number
  refused: number
  /** How often each action was accepted. */
  accepted: Record<string, number>
  frames: number
  markers: number
  /** Where in rows of which kind a marker was written, as `kind.field`. */
  marked: string[]
  happened: Network['happened'] & OpenPages['happened'] & Disturbances
  /** Hash-like summary of the whole course, for comparing two runs of a seed. */
  course: string
}

interface Disturbances {
  memberships: number
  invitations: number
  leavings: number
  reloads: number
  offline: number
}

interface Options {
  seed: number
  /** Knows at every moment what there is, and costs nothing to ask: each frame is judged by it. */
  present: MemoryServer
  /** The one that is asked, where it is another. */
  server?: EditServer
}

/** Plays a session from its seed alone: the same seed, the same course. */
export async function playSession({ seed, present, server = present }: Options): Promise<Outcome> {
  const ids = chanceOf(seed, 0)
  const chance = chanceOf(seed, 1)
  const markers = new Markers()
  const companies = await foundCompanies(server, chanceOf(seed, 2), markers)
  const leaveBrowser = pretendBrowser(() => ids.uuid())
  const { stackTraceLimit } = Error
  // Hundreds of refusals, of which nobody reads where they came from; a test runner asks for a hundred places each.
  Error.stackTraceLimit = 5
  try {
    const time = new VirtualTime()
    const judge = new Judge(server, companies.ecosystemId, markers, companies.people, present)
    const { ecosystemId } = companies
    const hears = { server, lines: present.lines, ecosystemId, witness: judge }
    const pages = new OpenPages({ time, chance: chanceOf(seed, 4), ...hears })
    const network = new Network(time, chanceOf(seed, 3), server, companies.ecosystemId, judge, pages)
    const clients = companies.people.map((person) => new Client(person, network))
    const happened = { memberships: 0, invitations: 0, leavings: 0, reloads: 0, offline: 0 }
    const edits = chance.between(100, 200)
    let made = 0
    let isOver = false
    const step = () => {
      const client = chance.pick(clients)
      if (chance.oneIn(16)) disturb({ chance, time, server, companies, clients, happened })
      else if (client.act(chance, markers)) made += 1
      if (chance.oneIn(2)) pages.moves(client.line, client.look(chance, markers))
      if (made < edits) time.after(chance.between(0, 400), step)
      else {
        network.heal()
        for (const { line } of clients) line.isOffline = false
        time.after(20_000, () => {
          isOver = true
        })
      }
    }
    time.after(1_500, step)
    await time.run(() => isOver)
    const faults = await judge.conclude(clients)
    for (const client of clients) client.close()
    const answers = [...judge.acknowledgements.values()]
    return {
      ...{ seed, faults, edits: made, acknowledged: answers.length, frames: judge.frames },
      ...{ markers: judge.markersSeen, marked: [...judge.marked].sort() },
      ...{ refused: answers.filter(({ accepted }) => !accepted).length },
      accepted: sumOf(clients),
      happened: { ...network.happened, ...pages.happened, ...happened },
      course: `${network.requests} ${judge.frames} ${answers.map(({ number, accepted }) => `${number}${accepted}`).join(' ')}`,
    }
  } finally {
    Error.stackTraceLimit = stackTraceLimit
    leaveBrowser()
  }
}

function sumOf(clients: readonly Client[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const [type, count] of clients.flatMap(({ accepted }) => [...accepted]))
    sums[type] = (sums[type] ?? 0) + count
  return sums
}

interface Stage {
  chance: Chance
  time: VirtualTime
  server: EditServer
  companies: Companies
  clients: Client[]
  happened: Disturbances
}

/** Something that is nobody's edit: a role, a membership, an invitation, a page loaded anew, a train in a tunnel. */
function disturb({ chance, time, server, companies, clients, happened }: Stage): void {
  const client = chance.pick(clients)
  // Never before what else happens in this step: a server that takes time could not be that quick.
  const work = (doing: () => Promise<unknown>) =>
    void (server.takesTime ? time.outside(doing) : Promise.resolve().then(doing))
  chance.pick([
    () => {
      const { person } = client
      // Somebody stays to organise.
      if (person === clients[0]!.person) return
      happened.memberships += 1
      const role = chance.pick(['admin', 'editor', 'editor', 'viewer'] as const)
      const withheld = someRights(chance)
      const active = chance.oneIn(3) ? !person.active : person.active
      // In one moment for whoever judges and for the server: what leaves before was right.
      work(() => server.changeMembership(Object.assign(person, { role, withheld, active }), person))
      time.after(chance.between(0, 3_000), () => client.reload())
    },
    () => {
      happened.invitations += 1
      const company = chance.pick(companies.companies.slice(1))
      if (company.people[0]!.active) work(() => companies.invite(company))
    },
    () => {
      if (client.line.isOffline || !client.isSettled) return
      happened.reloads += 1
      client.reload()
    },
    () => {
      const place = client.store
        .snapshot()
        .rows.all('participant')
        .find(
          ({ organisationId, state }) =>
            organisationId === client.person.organisationId && state === 'active',
        )
      if (!place || client.person.role !== 'admin') return
      happened.leavings += 1
      void client.store.change([{ type: 'participant.leave', id: place.id }], 'leave')
    },
    () => {
      happened.offline += 1
      const { line } = client
      line.isOffline = true
      time.after(chance.between(500, 6_000), () => {
        line.isOffline = false
      })
    },
  ])()
}
