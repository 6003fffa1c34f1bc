import { describe, expect, it } from 'vitest'
import { editVersion } from '../../shared/edits/actions/actions.ts'
import { applyEdit } from '../../shared/edits/applyEdit.ts'
import { readEdit } from '../../shared/edits/readEdit.ts'
import { Refusal } from '../../shared/edits/refusal.ts'
import { signing } from '../../shared/rules/author.ts'
import { newId, openSharedJourney } from '../support/journey.ts'

type Read = Parameters<typeof readEdit>[1]

/** As if a new version called the name of a map by its name, and the one before had called it a title. */
const next: Read = {
  current: editVersion + 1,
  upgrades: new Map([
    [
      editVersion,
      ({ title, ...action }) => (title === undefined ? action : { ...action, fields: { name: title } }),
    ],
  ]),
}

const kept = (version: unknown, action: object) => ({
  clientId: newId(),
  number: 1,
  version,
  actions: [action],
})

describe('an edit of the version before', () => {
  it('that a browser has kept is accepted, and means what it meant', () => {
    const { world, insurer, mapId } = openSharedJourney()
    const edit = readEdit(kept(editVersion, { type: 'map.change', id: mapId, title: 'Claims' }), next)
    if (edit instanceof Refusal) throw edit
    const applied = applyEdit(edit, signing(insurer, 'Ada', new Date()), world.id, world.seenBy(insurer))
    if (!applied.accepted) throw applied.refusal
    expect(applied.changes).toMatchObject([{ kind: 'map', id: mapId, after: { name: 'Claims' } }])
  })

  it('is no more than an edit of today: what it says wrong is refused by its field', () => {
    const refused = readEdit(kept(editVersion, { type: 'map.change', id: 'x', title: 'Claims' }), next)
    expect(refused).toMatchObject({ code: 'edit.invalid', field: 'actions.0.id' })
    expect(readEdit({ ...kept(editVersion, {}), actions: 'none' }, next)).toBeInstanceOf(Refusal)
  })
})

describe('an edit of another version', () => {
  const action = { type: 'map.change', id: newId(), fields: { name: 'Claims' } }

  it('of today is read as it is', () => {
    expect(readEdit(kept(editVersion, action))).toMatchObject({ actions: [action] })
  })

  it.each([editVersion - 1, 0, -1])('that is older is refused with what to do (%s)', (version) => {
    const refused = readEdit(kept(version, action), next)
    expect(refused).toMatchObject({
      field: 'version',
      message: expect.stringContaining('Reload it; nothing is lost'),
    })
  })

  it.each([editVersion + 1, '1', null, undefined, Number.NaN])(
    'that is unknown is refused (%s)',
    (version) => {
      const refused = readEdit(kept(version, action))
      expect(refused).toMatchObject({
        field: 'version',
        message: expect.stringContaining('does not know this version'),
      })
    },
  )
})
