// Two instances of the program, as far as edits go, on one real database.
import { and, asc, eq } from 'drizzle-orm'
import type { Connection } from '../../api/database/connect.ts'
import { type Door, openDoor } from '../../api/database/door.ts'
import { memberships, organisations, people } from '../../api/database/tables/accounts.ts'
import { edits, history } from '../../api/database/tables/edits.ts'
import { foundEcosystem } from '../../api/ecosystems/founding.ts'
import { type AcceptEdits, createAcceptEdits } from '../../api/edits/acceptEdits.ts'
import { createPullChanges, type PullChanges } from '../../api/edits/changes.ts'
import { createCursors } from '../../api/edits/cursor.ts'
import { moveEpochsOf } from '../../api/edits/epochs.ts'
import { readById } from '../../api/edits/storedRows.ts'
import type { Bus } from '../../api/live/bus/bus.ts'
import { createInProcessHub } from '../../api/live/bus/inProcessBus.ts'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { RowChange } from '../../shared/edits/reader.ts'
import { type AnyRow, rowKinds } from '../../shared/model/rows.ts'
import { Crash, type EditServer, type HistoryRecord, type Person, type Standing } from './editServer.ts'

interface Instance {
  door: Door
  bus: Bus
  accept: AcceptEdits
  acceptAndCrash: AcceptEdits
  pull: PullChanges
}

type Pool = Pick<Connection, 'database'>

export class PostgresServer implements EditServer {
  readonly takesTime = true
  readonly #instances: Instance[]
  #served = 0

  /** `connections`: one pool for each instance. */
  constructor(connections: readonly [Pool, Pool]) {
    const hub = createInProcessHub()
    this.#instances = connections.map(({ database }) => {
      const door = openDoor(database)
      const bus = hub.open()
      const publish = (ecosystemId: string, seq: number) => bus.publish({ kind: 'changed', ecosystemId, seq })
      return {
        ...{ door, bus },
        accept: createAcceptEdits(door, publish),
        acceptAndCrash: createAcceptEdits(crashing(door), publish),
        pull: createPullChanges(door, createCursors('the same for all instances')),
      }
    })
  }

  #at(instance = ++this.#served % this.#instances.length): Instance {
    return this.#instances[instance]!
  }

  /** Whoever is next, as behind a balancer without sticky sessions. */
  get #instance(): Instance {
    return this.#at()
  }

  async addOrganisation(id: string, name: string): Promise<void> {
    await this.#instance.door.asSystem('test', (tx) =>
      tx.insert(organisations).values({ id, name, createdAt: new Date() }),
    )
  }

  async addPerson({ personId, organisationId, name, role, withheld, active }: Person): Promise<void> {
    const email = `${personId}@example.com`
    await this.#instance.door.asSystem('test', async (tx) => {
      await tx.insert(people).values({ id: personId, name, email, createdAt: new Date() })
      await tx
        .insert(memberships)
        .values({ organisationId, personId, role, withheld, active, since: new Date() })
    })
  }

  async changeMembership(
    { personId, organisationId }: Viewer,
    { role, withheld, active }: Standing,
  ): Promise<void> {
    await this.#instance.door.asSystem('test', async (tx) => {
      await moveEpochsOf(organisationId, tx)
      await tx
        .update(memberships)
        .set({ role, withheld, active })
        .where(and(eq(memberships.personId, personId), eq(memberships.organisationId, organisationId)))
    })
  }

  async found(viewer: Viewer, ecosystemId: string): Promise<void> {
    await foundEcosystem(this.#instance.accept, viewer, { id: ecosystemId, name: 'Cover', goal: '' })
  }

  accept: EditServer['accept'] = (viewer, ecosystemId, submitted, { grant, crashes, instance } = {}) => {
    const { accept, acceptAndCrash } = this.#at(instance)
    return (crashes ? acceptAndCrash : accept)(viewer, ecosystemId, submitted, grant)
  }

  pull: EditServer['pull'] = (viewer, ecosystemId, cursor, instance) =>
    this.#at(instance).pull(viewer, ecosystemId, cursor)

  listen(instance: number, listener: () => void): () => void {
    return this.#at(instance).bus.subscribe(listener)
  }

  readEverything(ecosystemId: string) {
    return this.#instance.door.asSystem('test', async (tx) => {
      const ids = await tx
        .selectDistinct({ kind: history.kind, id: history.rowId })
        .from(history)
        .where(eq(history.ecosystemId, ecosystemId))
      const found = []
      for (const kind of rowKinds) {
        const wanted = ids.filter((one) => one.kind === kind).map(({ id }) => id)
        if (wanted.length === 0) continue
        for (const row of await readById(tx, ecosystemId, kind, wanted, 'system'))
          found.push({ kind, row: row as AnyRow })
      }
      return found
    })
  }

  async readHistory(ecosystemId: string): Promise<HistoryRecord[]> {
    const records = await this.#instance.door.asSystem('test', (tx) =>
      tx
        .select()
        .from(history)
        .where(eq(history.ecosystemId, ecosystemId))
        .orderBy(asc(history.seq), asc(history.position)),
    )
    return records.map(({ seq, clientId, number, organisationId, kind, rowId, before, after, follows }) => ({
      ...{ seq, clientId, number, organisationId },
      change: { kind, id: rowId, before, after, follows } as RowChange,
    }))
  }

  async readAnswers(ecosystemId: string) {
    const records = await this.#instance.door.asSystem('test', (tx) =>
      tx.select({ answer: edits.answer }).from(edits).where(eq(edits.ecosystemId, ecosystemId)),
    )
    return records.map(({ answer }) => answer)
  }
}

/** The program ends when everything is written and nothing is committed. */
function crashing(door: Door): Door {
  return {
    ...door,
    asAuthor: (viewer, ecosystemId, work, more) =>
      door.asAuthor(
        viewer,
        ecosystemId,
        async (tx, standing) => {
          await work(tx, standing)
          throw new Crash()
        },
        more,
      ),
  }
}
