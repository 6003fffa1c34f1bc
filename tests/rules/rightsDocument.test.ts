// docs/rights.md is written from the code: `npx vitest run tests/rules/rightsDocument.test.ts -u` after a right changed.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectFolder } from '../../api/projectFolder.ts'
import { type RowKind, rowKinds } from '../../shared/model/rows.ts'
import { type Right, rights } from '../../shared/rules/rights.ts'

const shared = join(projectFolder, 'shared')
const asksByKind = rightsAskedByKind(
  readdirSync(shared, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\b\w*rules\.ts$/i.test(path))
    .map((path) => readFileSync(join(shared, path), 'utf8')),
)

/** Rights that are asked for before any rule. */
const askedOfViewers: Partial<Record<Right, string>> = { edit: 'every kind', answerRound: 'ballot, vote' }

describe('the document of rights', () => {
  it('says what the code says', async () => {
    await expect(page()).toMatchFileSnapshot('../../docs/rights.md')
  })

  it('leaves out no right that a rule asks for, and there is no right that none asks for', () => {
    const asked = new Set([...asksByKind.values()].flat())
    expect([...asked, ...Object.keys(askedOfViewers)].sort()).toEqual(Object.keys(rights).sort())
  })

  it('knows a rule for every kind of row', () => {
    expect([...asksByKind.keys()].sort()).toEqual([...rowKinds].sort())
  })
})

function page(): string {
  const names = Object.keys(rights) as Right[]
  return [
    '# Rights',
    '',
    'Written from `shared/rules`; a test compares the two. Every change of a row, made directly, by undo or by import, is judged by',
    'the rule of its kind (`shared/rules/rules.ts`), in the browser before anything is sent and on the server as the truth. Whoever',
    'lacks the right reads the sentence.',
    '',
    '| right | asked for changes of | sentence |',
    '|---|---|---|',
    ...names.map((right) => `| \`${right}\` | ${kindsAsking(right)} | ${rights[right]} |`),
    '',
  ].join('\n')
}

function kindsAsking(right: Right): string {
  const ofViewers = askedOfViewers[right]
  if (ofViewers) return ofViewers
  return rowKinds.filter((kind) => asksByKind.get(kind)?.includes(right)).join(', ')
}

/** Rules are functions and cannot be asked what they might answer: their text names it. */
function rightsAskedByKind(sources: string[]): Map<RowKind, Right[]> {
  const tables = sources.map((source) => /const \w*[rR]ules: [\s\S]*?\n}\n/.exec(source)?.[0] ?? '')
  const rules = tables.flatMap((table) => table.split(/\n {2}(?=\w+: \()/).slice(1))
  return new Map(
    rules.map((rule) => {
      const kind = /^\w+/.exec(rule)![0] as RowKind
      const words = [...rule.matchAll(/'(\w+)'/g)].map(([, word]) => word!)
      return [kind, words.filter((word): word is Right => word in rights)]
    }),
  )
}
