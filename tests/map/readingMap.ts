import { drawLayout } from '../../shared/layout/drawLayout.ts'
import type { Drawing } from '../../shared/layout/types.ts'
import type { Author } from '../../shared/rules/author.ts'
import type { Journey } from '../../web/map/journey/journey.ts'
import { layoutInputOf } from '../../web/map/journey/layoutInput.ts'
import { readJourney } from '../../web/map/journey/readJourney.ts'
import type { Chain } from '../support/chain.ts'

/** The map of a chain as somebody sees it, drawn. */
export function readMap(chain: Chain, author: Author): { journey: Journey; drawing: Drawing } {
  const organisations = new Map(chain.server.organisations.map(({ id, name }) => [id, name]))
  const journey = readJourney(chain.mapId, {
    rows: chain.server.seenBy(author),
    organisationId: author.organisationId,
    organisations,
  })
  if (!journey) throw new Error('the map is not there')
  return { journey, drawing: drawLayout(layoutInputOf(journey)) }
}

export function cardNamed(journey: Journey, name: string) {
  const card = [...journey.cards.values()].find(({ touchpoint }) => touchpoint.name === name)
  if (!card) throw new Error(`no card named ${name}`)
  return card
}
