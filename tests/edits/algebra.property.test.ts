// Whatever several organisations do in whatever order: the invariants hold after every edit.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { changedTerms, termsOf } from '../../shared/handoffs/terms.ts'
import type { Author } from '../../shared/rules/author.ts'
import { newId, openSharedJourney } from '../support/journey.ts'
import type { Outcome, See, Take } from '../support/memoryEcosystem.ts'

/** A step names what to do by small numbers, so that a failure shrinks to a short story. */
interface Step {
  who: number
  what: number
  which: number
  other: number
  value: number
}
const step = fc.record<Step>({
  who: fc.nat(2),
  what: fc.nat(15),
  which: fc.nat(9),
  other: fc.nat(9),
  value: fc.nat(3),
})

type Shared = ReturnType<typeof openSharedJourney>

function actionsOf(
  { what, which, other, value }: Step,
  { world, lanes, stages, parties }: Shared,
): ActionInput[] {
  const rows = world.everything
  const pick = <T>(list: readonly T[], index: number) => list[index % Math.max(1, list.length)]
  const card = pick(rows.all('touchpoint'), which)
  const target = pick(rows.all('touchpoint'), other)
  const link = pick(rows.all('link'), which)
  const view = pick(rows.all('perspective'), which)
  const ownership = pick(rows.all('ownership'), which)
  const laneId = pick(Object.values(lanes), which)!
  const stageId = pick(Object.values(stages), other)!
  const partyId = pick(Object.values(parties), other)!
  const name = `Name ${value}`
  const id = newId()
  if (what === 0 || !card || !target)
    return [{ type: 'touchpoint.add', id, laneId, stageId, name, rank: `a${value}` }]
  if (what === 1) return [{ type: 'touchpoint.change', id: card.id, fields: { name } }]
  if (what === 2) return [{ type: 'touchpoint.change', id: card.id, fields: { laneId, stageId } }]
  if (what === 3) return [{ type: 'touchpoint.remove', id: card.id }]
  if (what === 4) return [{ type: 'touchpoint.decide', id: card.id, accept: value > 0 }]
  if (what === 5)
    return [{ type: 'link.add', id, fromTouchpointId: card.id, toTouchpointId: target.id, passes: name }]
  if (what === 6 && link) return [{ type: 'link.change', id: link.id, fields: { expectedMinutes: value } }]
  if (what === 7 && link) return [{ type: 'link.remove', id: link.id }]
  if (what === 8 && link)
    return [{ type: 'handoff.confirm', confirmationId: id, linkId: link.id, terms: termsOf(link) }]
  if (what === 9 && link)
    return [{ type: 'handoff.dispute', confirmationId: id, linkId: link.id, note: name }]
  if (what === 10)
    return [{ type: 'perspective.add', id, targetKind: 'touchpoint', targetId: card.id, performance: value }]
  if (what === 11 && view)
    return [{ type: 'perspective.share', id: view.id, with: value > 1 ? 'map' : 'organisation' }]
  if (what === 12)
    return [{ type: 'ownership.add', id, touchpointId: card.id, partyId, accountability: 'contributes' }]
  if (what === 13 && ownership) return [{ type: 'ownership.decide', id: ownership.id, accept: value > 0 }]
  if (what === 14) return [{ type: 'lane.remove', id: laneId }]
  return [
    {
      type: 'mark.add',
      id,
      targetKind: 'touchpoint',
      targetId: card.id,
      kind: 'pain',
      with: value > 1 ? 'map' : 'organisation',
    },
    { type: 'touchpoint.change', id: target.id, fields: { name } },
  ]
}

type Check = (author: Author, outcome: Outcome, journey: Shared, before: Map<string, string>) => void

/** Plays the steps and checks after each. @throws the failed expectation */
function play(steps: Step[], check: Check, { see, take }: Broken): void {
  const journey = openSharedJourney(see, take)
  const authors = [journey.insurer, journey.broker, journey.stranger]
  for (const one of steps) {
    const author = authors[one.who]!
    const before = journey.world.contents()
    check(author, journey.world.try(author, ...actionsOf(one, journey)), journey, before)
  }
}

/** Ways in which a server could be wrong; the checks have to notice. */
interface Broken {
  see?: See
  take?: Take
}

function holds(check: Check, broken: Broken = {}, numRuns = 25): void {
  const story = fc.array(step, { minLength: 1, maxLength: 25 })
  const isBroken = Object.keys(broken).length > 0
  const property = fc.property(story, (steps) => play(steps, check, broken))
  fc.assert(property, { numRuns, ...(isBroken && { endOnFailure: true, seed: 7 }) })
}

function isNoticed(check: Check, broken: Broken): void {
  expect(() => holds(check, broken, 500)).toThrow()
}

const leaky: See = () => true
const tellsConsequences: Take = (direct, consequences) => {
  const all = [...direct, ...consequences]
  return { written: all, told: all }
}
const forgetsToVoid: Take = (direct, consequences) => {
  const written = [...direct, ...consequences].filter(
    ({ kind, follows }) => kind !== 'confirmation' || !follows,
  )
  return { written, told: direct }
}

const changesOnlyWhatTheAuthorSees: Check = (author, outcome, { world }) => {
  if (!outcome.accepted) return
  const keys = world.keysOf(author)
  for (const { before } of outcome.changes)
    if (before) expect(before.audience.some((key) => keys.has(key))).toBe(true)
}

describe('after any edits of any organisations', { timeout: 60_000 }, () => {
  it('a refused edit has changed nothing', () => {
    holds((_author, outcome, { world }, before) => {
      if (!outcome.accepted) expect(world.contents()).toEqual(before)
    })
  })

  it('an edit is told only about rows its author sees', () => {
    holds(changesOnlyWhatTheAuthorSees)
    isNoticed(changesOnlyWhatTheAuthorSees, { see: leaky })
    isNoticed(changesOnlyWhatTheAuthorSees, { take: tellsConsequences })
  })

  it('every row has an audience', () => {
    holds((_author, _outcome, { world }) => {
      for (const { row } of world.rows()) expect(row.audience.length).toBeGreaterThan(0)
    })
  })

  it('a confirmation stands under the terms of its handoff', () => {
    const standsUnderItsTerms: Check = (_author, _outcome, { world }) => {
      for (const confirmation of world.everything.all('confirmation')) {
        const link = world.everything.get('link', confirmation.linkId)!
        if (confirmation.state === 'confirmed' && !link.deleted)
          expect(changedTerms(confirmation.terms, termsOf(link))).toEqual([])
      }
    }
    holds(standsUnderItsTerms)
    isNoticed(standsUnderItsTerms, { take: forgetsToVoid })
  })

  it("nobody writes another organisation's view, mark or confirmation", () => {
    holds((author, outcome) => {
      if (!outcome.accepted) return
      for (const { kind, before, after, follows } of outcome.changes) {
        if (kind !== 'perspective' && kind !== 'mark' && kind !== 'confirmation') continue
        if ((after as { organisationId: string }).organisationId === author.organisationId) continue
        expect(follows).toBe(true)
        const own = ({ unplacedFrom: _, state: __, versions: ___, ...rest }: Record<string, unknown>) => rest
        expect(own({ ...after })).toEqual(own({ ...before! }))
      }
    })
  })

  it('undo brings back what was, and undoing that what it had been', () => {
    holds((author, outcome, { world }, before) => {
      if (!outcome.accepted || outcome.changes.length === 0) return
      const after = world.contents()
      const undone = world.undo(author, outcome.edit)
      if (!undone.accepted) throw new Error(`not undone: ${undone.refusal.message}`)
      // Signatures of others are not brought back; everything else is as it was.
      const isVoided = ({ kind, after: row }: (typeof outcome.changes)[number]) =>
        kind === 'confirmation' && row.organisationId !== author.organisationId
      const voided = new Set(outcome.changes.filter(isVoided).map((change) => change.id))
      const without = (rows: Map<string, string>) => [...rows].filter(([id]) => !voided.has(id))
      expect(without(world.contents())).toEqual(without(before))
      const redone = world.undo(author, undone.edit)
      if (!redone.accepted) throw new Error(`not redone: ${redone.refusal.message}`)
      expect(without(world.contents())).toEqual(without(after))
    })
  })
})
