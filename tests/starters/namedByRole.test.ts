import { expect, it } from 'vitest'
import { isNamedByRole } from '../../shared/starters/namedByRole.ts'
import { starters } from '../../shared/starters/starters.ts'
import { newId } from '../support/journey.ts'

it('every party that a starter describes is called by its role alone, and the own one is not', () => {
  const options = { newId, mapId: newId(), mapName: 'Together', organisationName: 'Northgate Supply' }
  for (const starter of starters) {
    const parties = starter.actions(options).filter((action) => action.type === 'party.add')
    for (const party of parties) expect(isNamedByRole(party), party.name).toBe(party.held !== true)
  }
})
