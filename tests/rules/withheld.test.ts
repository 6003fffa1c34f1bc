// Sharing and confirming are rights apart from editing, which an organisation's admins give or keep person by person.
import { describe, expect, it } from 'vitest'
import type { MemberRight, MemberRole } from '../../shared/accounts/roles.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { termsOf } from '../../shared/handoffs/terms.ts'
import type { Author } from '../../shared/rules/author.ts'
import { newId, openSharedJourney, person } from '../support/journey.ts'
import { lacks } from './lacks.ts'

const rights: MemberRight[] = ['share', 'confirm']

/** Two colleagues of the broker: one with every right of the role, one from whom some are withheld. */
function openOffice(withheld: readonly MemberRight[], role: MemberRole = 'editor') {
  const journey = openSharedJourney()
  const { world, broker, cards, handoff } = journey
  const kept: Author = { ...person(role, broker.organisationId), withheld }
  const [view, mark, thread] = [newId(), newId(), newId()]
  const target = { targetKind: 'touchpoint', targetId: cards.broker } as const
  world.act(
    kept.role === 'viewer' ? broker : kept,
    { type: 'perspective.add', id: view, ...target, performance: 3 },
    { type: 'mark.add', id: mark, ...target, kind: 'pain' },
    { type: 'comment.add', id: thread, ...target, text: 'Among us' },
  )
  const link = world.everything.get('link', handoff)!
  const sharing: ActionInput[] = [
    { type: 'perspective.share', id: view, with: 'map' },
    { type: 'mark.share', id: mark, with: 'map' },
    { type: 'mark.add', id: newId(), ...target, kind: 'delight', with: 'map' },
    { type: 'comment.share', id: thread, with: 'map' },
  ]
  const signing = { confirmationId: newId(), linkId: handoff }
  const confirming: ActionInput[] = [
    { type: 'handoff.confirm', ...signing, terms: termsOf(link) },
    { type: 'handoff.dispute', ...signing, note: 'It is late.' },
  ]
  return { ...journey, kept, sharing, confirming, view }
}

describe('an editor from whom a right is withheld', () => {
  it.each([[[]], [['share']], [['confirm']], [rights]] as MemberRight[][][])(
    'lacks exactly %j',
    (withheld) => {
      const { world, kept, sharing, confirming } = openOffice(withheld)
      for (const action of sharing)
        expect(lacks(world, kept, action), action.type).toBe(withheld.includes('share') ? 'share' : null)
      for (const action of confirming)
        expect(lacks(world, kept, action), action.type).toBe(withheld.includes('confirm') ? 'confirm' : null)
    },
  )

  it('edits, keeps views and talks to partners all the same', () => {
    const { world, kept, cards, view, handoff } = openOffice(rights)
    for (const action of [
      { type: 'touchpoint.change', id: cards.broker, fields: { name: 'Reads it' } },
      { type: 'link.change', id: handoff, fields: { expectedMinutes: 30 } },
      { type: 'perspective.change', id: view, fields: { performance: 7 } },
      {
        ...{ type: 'comment.add', id: newId(), targetKind: 'touchpoint', targetId: cards.broker },
        ...{ text: 'Hello', with: 'map' },
      },
    ] as ActionInput[])
      expect(lacks(world, kept, action), action.type).toBeNull()
  })

  it('takes back neither a confirmation nor what a colleague has shared, also by undo', () => {
    const { world, kept, broker, sharing, confirming } = openOffice(rights)
    const shared = world.act(broker, sharing[0]!)
    world.act(broker, confirming[0]!)
    const own = world.everything
      .all('confirmation')
      .find(({ organisationId }) => organisationId === broker.organisationId)!
    expect(lacks(world, kept, { type: 'handoff.withdraw', id: own.id })).toBe('confirm')
    expect(lacks(world, kept, { ...sharing[0]!, with: 'organisation' } as ActionInput)).toBe('share')
    expect(lacks(world, kept, { type: 'edit.undo', ...shared })).not.toBeNull()
  })

  it('shows a partner nothing by trying', () => {
    const { world, kept, insurer, sharing, view, broker } = openOffice(['share'])
    for (const action of sharing) lacks(world, kept, action)
    expect(world.seenBy(insurer).get('perspective', view)).toBeUndefined()
    world.act(broker, sharing[0]!)
    expect(world.seenBy(insurer).get('perspective', view)).toBeDefined()
  })

  it('is told whom to ask, by name where they are known', () => {
    const { world, kept, confirming } = openOffice(['confirm'])
    const messageFor = (admins?: string[]) => {
      const outcome = world.try({ ...kept, ...(admins && { admins }) }, confirming[0]!)
      return outcome.accepted ? '' : outcome.refusal.message
    }
    expect(messageFor()).toMatch(/Ask an admin of your organisation\.$/)
    expect(messageFor(['Priya Nair', 'Joe Vale'])).toMatch(/organisation: Priya Nair or Joe Vale\.$/)
  })
})

it('an admin lacks neither, whatever was withheld before', () => {
  const { world, kept, sharing, confirming } = openOffice(rights, 'admin')
  for (const action of [...sharing, ...confirming]) expect(lacks(world, kept, action), action.type).toBeNull()
})

it('a viewer confirms nothing, with or without the right', () => {
  for (const withheld of [[], rights] as MemberRight[][]) {
    const { world, kept, confirming } = openOffice(withheld, 'viewer')
    for (const action of confirming) expect(lacks(world, kept, action), action.type).toBe('edit')
  }
})
