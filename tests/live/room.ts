import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import type { Viewer } from '../../shared/audience/audience.ts'
import { openScene, type Scene } from '../invariants/scene.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { type LiveInstance, openLiveInstance, type TestLine } from './instances.ts'

/** Two instances on one database, an ecosystem of each test's own, and the pages that a test opens: closed after it. */
export function openRoom() {
  const lines: TestLine[] = []
  const room = {
    ...({} as { database: TestDatabase; one: LiveInstance; two: LiveInstance; scene: Scene }),
    /** Opens a page of somebody in the ecosystem of this test. */
    async page(at: LiveInstance, viewer: Viewer): Promise<TestLine> {
      const line = await at.line(viewer, room.scene.ecosystemId)
      lines.push(line)
      return line
    },
    /** Opens a page of somebody on a map, or on none. */
    async pageOn(at: LiveInstance, viewer: Viewer, mapId: string | null): Promise<TestLine> {
      const line = await room.page(at, viewer)
      line.is({ mapId })
      return line
    },
  }
  beforeAll(async () => {
    room.database = await freshDatabase()
    room.one = await openLiveInstance(room.database)
    room.two = await openLiveInstance(room.database)
  })
  afterAll(async () => {
    await Promise.all([room.one.close(), room.two.close()])
    await room.database.close()
  })
  beforeEach(async () => {
    room.scene = await openScene(room.one)
  })
  afterEach(async () => {
    for (const line of lines.splice(0)) line.close()
    // Instances hear that pages have gone before the next test opens its own.
    await sleep(50)
  })
  return room
}
