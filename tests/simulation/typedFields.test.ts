// Canaries in every text there is: wherever people type, what leaves for somebody who may not see it is found.
import { describe, expect, it } from 'vitest'
import { type AnyRow, type RowKind, rowKinds } from '../../shared/model/rows.ts'
import { markedContent } from '../invariants/markedRows.ts'
import { generators } from './actions/generators.ts'
import type { EditServer, Person } from './editServer.ts'
import { Judge } from './judge.ts'
import { Markers } from './markers.ts'
import { everyTypedPlace, textsIn, typedIn } from './typedFields.ts'

const newId = () => crypto.randomUUID() as string
const somebody = (): Person => ({
  ...{ personId: newId(), organisationId: newId(), name: 'Ada' },
  ...{ role: 'admin' as const, withheld: [], active: true },
})

/** A judge of one private row, with a marker in each of its texts. */
function privateRow(kind: RowKind) {
  const [owner, stranger, id] = [somebody(), somebody(), newId()]
  const markers = new Markers()
  const content = markedContent(kind, {}, () => markers.mark(kind, id, owner.organisationId))
  const row = { ...content, id, deleted: false, audience: [`org:${owner.organisationId}`] }
  const truth = [{ kind, row: row as unknown as AnyRow }]
  const server = { readEverything: async () => truth, readHistory: async () => [{}] } as unknown as EditServer
  const judge = () => new Judge(server, newId(), markers, [owner, stranger])
  return { owner, stranger, judge, texts: [...textsIn(kind, content)] }
}

const placesIn = (kind: RowKind) => everyTypedPlace().filter((place) => place.startsWith(`${kind}.`))

describe.each(rowKinds.filter((kind) => placesIn(kind).length > 0))('a private %s', (kind) => {
  const { owner, stranger, judge, texts } = privateRow(kind)
  const saying = (text: string) => JSON.stringify({ error: { message: `It says “${text}” already.` } })

  it('is known by each of its texts, wherever one turns up', async () => {
    for (const place of placesIn(kind)) {
      const text = texts.find(([where]) => where === place)![1]
      const [strict, fair] = [judge(), judge()]
      await strict.leaves(stranger, saying(text))
      expect([...strict.faults], place).toEqual([
        expect.stringMatching(`^cn.+${kind}/.+ left for ${stranger.personId}`),
      ])
      await fair.leaves(owner, saying(text))
      expect([...fair.faults], place).toEqual([])
    }
  })
})

it('people type into most kinds of rows, and each action that says so may type everything', () => {
  expect(everyTypedPlace()).toEqual(
    expect.arrayContaining([
      ...['touchpoint.documents.address', 'perspective.verbatims', 'confirmation.terms.acceptance'],
      ...['attributedNote.content', 'attributedNote.content.names', 'vote.reason', 'ballot.authorName'],
    ]),
  )
  expect(everyTypedPlace()).not.toContain('touchpoint.rank')
  const typing = Object.keys(generators).map((type) => typedIn(type as keyof typeof generators))
  expect(typing.filter((typed) => typed !== null).length).toBeGreaterThan(20)
  expect(typedIn('perspective.change')?.fields).toEqual(['behaviour', 'verbatims', 'statement', 'notes'])
})
