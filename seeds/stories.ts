// All demo ecosystems, in the order in which a newcomer should meet them.
import { insurance } from './insurance.ts'
import { orderToCash } from './orderToCash.ts'
import { retail } from './retail.ts'
import type { Story, StoryEdit } from './story.ts'

export const stories: readonly Story[] = [insurance(), retail(), orderToCash()]

/**
 * Takes over one edit of a story, on the path of every edit.
 * The organisations and people of all stories have to be there already, with the ids the stories give them.
 */
export type Accept = (ecosystemId: string, told: StoryEdit) => Promise<void> | void

/** Tells the stories one edit after the other; an edit that was accepted before is answered as before. */
export async function loadStories(toTell: readonly Story[], accept: Accept): Promise<void> {
  for (const { ecosystemId, edits } of toTell) {
    for (const told of edits) await accept(ecosystemId, told)
  }
}
