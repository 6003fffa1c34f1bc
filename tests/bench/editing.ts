// What it costs to edit: all on one map, or each on another.
import { foundPlace, type Place, signUp } from '../crash/clients.ts'
import { withColleagues } from './colleagues.ts'
import { requireKept } from './required.ts'
import { changeScope, scopeChanges } from './scopeEdits.ts'
import { callers, summarise, type Times } from './table.ts'

interface Load {
  editors: number
  maps: number
  seconds: number
}

export async function loadOfEdits(
  addressFor: (index: number) => string,
  { editors, maps, seconds }: Load,
): Promise<Times[]> {
  const hot = await signUp(addressFor(0))
  const places: Place[] = []
  for (let index = 0; index < maps; index++) places.push(await foundPlace(addressFor(index), hot.headers))
  const people = await withColleagues(addressFor(0), hot, editors)
  const one = await callers(editors, seconds, (index) => changeScope(people[index]!, addressFor(index)))
  requireKept('edits on one map', one.length, await scopeChanges(hot, addressFor(1)))
  let turn = 0
  const many = await callers(editors, seconds, (index) => {
    const { headers } = people[index]!
    return changeScope({ ...places[turn++ % maps]!, headers }, addressFor(index))
  })
  let applied = 0
  for (const [index, place] of places.entries()) applied += await scopeChanges(place, addressFor(index))
  requireKept(`edits over ${maps} maps`, many.length, applied)
  return [
    summarise(`edits of ${editors} editors on one map, acknowledged`, one, seconds),
    summarise(`edits of ${editors} editors over ${maps} maps, acknowledged`, many, seconds),
  ]
}
