// Open pages that no line reaches: they say again and again where they are, and are told who else is there.
import { createHash } from 'node:crypto'
import { mapKey, type Viewer } from '../../../shared/audience/audience.ts'
import type { PresenceRequest, PresentPerson } from '../../../shared/live/messages.ts'
import { AppError } from '../../errors.ts'
import type { LineOwner } from '../line.ts'
import type { Counter, Standing } from '../reads.ts'
import type { Crowd } from './crowd.ts'
import type { ReadAudiences } from './readers.ts'
import { rowsNamedIn, shownTo } from './shownTo.ts'

const mostPagesPerPerson = 48

interface Parts {
  crowd: Crowd
  readStanding(viewer: Viewer, ecosystemId: string): Promise<Standing | null>
  readCounter(ecosystemId: string): Promise<Counter | undefined>
  readAudiences: ReadAudiences
}

export interface Askers {
  /** Takes note of where a page is and answers who else is on its map; refuses where its owner has no place (any more). */
  ask(ecosystemId: string, owner: LineOwner, asked: PresenceRequest): Promise<PresentPerson[]>
  /** Forgets the pages in an ecosystem whose owners may not see their map any more. */
  recheck(ecosystemId: string): Promise<void>
}

export function createAskers({ crowd, readStanding, readCounter, readAudiences }: Parts): Askers {
  /** Under which epoch the rights of an ecosystem's askers were read. */
  const epochs = new Map<string, number>()
  return { ask, recheck }

  async function ask(ecosystemId: string, owner: LineOwner, { page, at }: PresenceRequest) {
    const { viewer, name } = owner
    const { personId, organisationId } = viewer
    const id = pageId(ecosystemId, owner, page)
    const [counter, standing] = await Promise.all([
      readCounter(ecosystemId),
      readStanding(viewer, ecosystemId),
    ])
    if (!counter || !standing) {
      crowd.stopped(id)
      throw new AppError('notThere')
    }
    if (epochs.get(ecosystemId) !== counter.epoch) {
      epochs.set(ecosystemId, counter.epoch)
      await recheck(ecosystemId)
    }
    const { keys, organisation } = standing
    if (!isSeen(at.mapId, keys)) {
      crowd.stopped(id)
      return []
    }
    if (crowd.pagesAsking(personId, id) >= mostPagesPerPerson) throw new AppError('live.tooManyPages')
    const whoIsHere = { personId, name, organisationId, organisation }
    crowd.asks({ id, instanceId: id, ecosystemId, ...whoIsHere, at })
    const others = crowd.on(ecosystemId, at.mapId).filter((other) => other.id !== id)
    const names = others.flatMap(rowsNamedIn)
    const audiences = names.length > 0 ? await readAudiences(ecosystemId, names) : new Map()
    return others.flatMap((other) => shownTo(other, audiences, { mapId: at.mapId, keys }) ?? [])
  }

  async function recheck(ecosystemId: string) {
    await Promise.all(
      crowd.asking(ecosystemId).map(async ({ id, at, personId, organisationId }) => {
        const standing = await readStanding({ personId, organisationId }, ecosystemId)
        if (!isSeen(at.mapId, standing?.keys ?? new Set())) crowd.stopped(id)
      }),
    )
  }
}

function isSeen(mapId: string | null, keys: ReadonlySet<string>): boolean {
  return mapId !== null && keys.has(mapKey(mapId))
}

/** The same on every instance that is asked, and nobody else can name it: it is made from the id of the session. */
function pageId(ecosystemId: string, { sessionId, viewer }: LineOwner, page: string): string {
  const named = [sessionId, ecosystemId, viewer.organisationId, page].join(' ')
  const digest = createHash('sha256').update(named).digest('hex')
  return digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, '$1-$2-4$3-8$4-$5')
}
