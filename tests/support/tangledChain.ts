import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { type Chain, valueChain } from './chain.ts'

/** A value chain in which two links of the insurer cross without need. */
export function tangledChain(): Chain & { tangled: string[] } {
  const chain = valueChain()
  const { lanes, stages, links, cards } = chain
  const tangled = Array.from({ length: 4 }, () => crypto.randomUUID() as string)
  const [first, second, third, fourth] = tangled as [string, string, string, string]
  const card = (id: string, stageId: string, rank: string, name: string): ActionInput => {
    return { type: 'touchpoint.add', id, laneId: lanes.insurer, stageId, rank, name }
  }
  const link = (fromTouchpointId: string, toTouchpointId: string): ActionInput => {
    return { type: 'link.add', id: crypto.randomUUID(), fromTouchpointId, toTouchpointId }
  }
  chain.server.do(chain.insurer, [
    ...Object.values(links).map((id): ActionInput => ({ type: 'link.remove', id })),
    ...[cards.quote, cards.decide].map((id): ActionInput => ({ type: 'touchpoint.remove', id })),
    card(first, stages.choose, 'a0', 'Reads the file'),
    card(second, stages.choose, 'a1', 'Visits the shop'),
    card(third, stages.claim, 'a0', 'Hears the shop'),
    card(fourth, stages.claim, 'a1', 'Checks the file'),
    link(first, fourth),
    link(second, third),
  ])
  return { ...chain, tangled }
}
