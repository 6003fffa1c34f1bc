// Replays a story in memory, each edit by its author on exactly the rows that author sees.

import type { StoryOrganisation } from '../../seeds/cast.ts'
import { speakerOf } from '../../seeds/cast.ts'
import type { Story } from '../../seeds/story.ts'
import { edit as editSchema } from '../../shared/edits/actions/actions.ts'
import { MemoryEcosystem } from '../support/memoryEcosystem.ts'

export function replay(story: Story) {
  const world = new MemoryEcosystem(story.ecosystemId)
  for (const { author, edit, grant } of story.edits) {
    const { actions } = editSchema.parse(edit)
    world.act({ ...author, ...(grant && { grant }) }, ...actions)
  }
  const find = (name: string): StoryOrganisation => story.organisations.find((one) => one.name === name)!
  return {
    world,
    rows: world.everything,
    organisation: find,
    /** What an organisation of the story sees in the end. */
    seenBy: (name: string) => world.seenBy(speakerOf(find(name))),
    card: (name: string) => world.everything.all('touchpoint').find((row) => row.name === name)!,
    handoff: (passes: string) => world.everything.all('link').find((row) => row.passes === passes)!,
  }
}
