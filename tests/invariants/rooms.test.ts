// Invariants 3, 11, 12 and 13, as far as source and schemas tell: one door, meaning and no pixels, lineage, borders.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { action } from '../../shared/edits/actions/actions.ts'
import { contents, rowKinds } from '../../shared/model/rows.ts'
import { newId, openSharedJourney } from '../support/journey.ts'

interface Source {
  path: string
  text: string
}

function sourcesIn(room: string): Source[] {
  return readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => ({ path: join(room, path), text: readFileSync(join(room, path), 'utf8') }))
}

/** Every module a source imports, whether for values or for types only. */
function importsOf({ text }: Source): string[] {
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/g,
  )
  return [...found].map(([, from, dynamic]) => from ?? dynamic!)
}

const allowedInShared = new Set(['zod', 'fractional-indexing'])

function crossesBorder(source: Source): string[] {
  const isPure = source.path.startsWith('shared/')
  const isForeign = (from: string) => {
    if (!isPure) return /\/web\//.test(from)
    return from.startsWith('.') ? /\/(api|web)\//.test(from) : !allowedInShared.has(from)
  }
  return importsOf(source)
    .filter(isForeign)
    .map((from) => `${source.path} imports ${from}`)
}

describe('borders between rooms', () => {
  it('are kept: shared is pure, api knows no web', () => {
    const sources = [...sourcesIn('shared'), ...sourcesIn('api')]
    expect(sources.length).toBeGreaterThan(100)
    expect(sources.flatMap(crossesBorder)).toEqual([])
  })

  it('would be noticed to be crossed', () => {
    const crossing = [
      { path: 'shared/a.ts', text: "import { readFileSync } from 'node:fs'" },
      { path: 'shared/b.ts', text: "import { door } from '../api/database/door.ts'" },
      { path: 'shared/c.ts', text: "const elk = await import('elkjs')" },
      { path: 'api/d.ts', text: "import { page } from '../web/page.tsx'" },
    ]
    expect(crossing.flatMap(crossesBorder)).toHaveLength(4)
  })

  it('keep the domain from clocks, chance and the outside world', () => {
    const impure = /\b(Date\.now|new Date\(\)|Math\.random|fetch\(|process\.|setTimeout|localStorage)/
    const isImpure = ({ text }: Source) => impure.test(text.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, ''))
    const domain = ['shared/edits', 'shared/rules', 'shared/audience', 'shared/model', 'shared/handoffs']
    expect(domain.flatMap(sourcesIn).filter(isImpure)).toEqual([])
    expect(isImpure({ path: 'x', text: 'const now = Date.now()' })).toBe(true)
  })
})

/** Files that get at rows by any way but the door. */
function passesDoor({ path, text }: Source): boolean {
  if (path.startsWith('api/database/')) return false
  return /\bdrizzle\(|\bpostgres\(|\bset local role\b|set_config\(|\.database\.(transaction|select|insert|update|delete|execute)\b/i.test(
    text,
  )
}

describe('the one door', () => {
  it('is how everything outside of api/database gets at rows', () => {
    expect(
      sourcesIn('api')
        .filter(passesDoor)
        .map(({ path }) => path),
    ).toEqual([])
  })

  it('is passed in the system’s name only for a reason that is said', () => {
    const calls = sourcesIn('api').flatMap(({ path, text }) =>
      [...text.matchAll(/\.asSystem\(\s*([^\n]{0,60})/g)].map(([, rest]) => ({ path, reason: rest! })),
    )
    expect(calls.length).toBeGreaterThan(20)
    expect(calls.filter(({ reason }) => !/^(['"`][^'"`]{4,}['"`]|reason)/.test(reason))).toEqual([])
  })

  it('would be noticed to be passed by', () => {
    const around = [
      { path: 'api/maps/a.ts', text: 'const db = drizzle(url)' },
      { path: 'api/maps/b.ts', text: 'tx.execute(sql`set local role interlane_system`)' },
      { path: 'api/maps/c.ts', text: 'await connection.database.select().from(marks)' },
    ]
    expect(around.filter(passesDoor)).toHaveLength(3)
  })
})

/** Where something is on a screen, by any name it usually has. */
const pixels =
  /^(x|y|dx|dy|left|top|width|height|pos|position|coordinates?|points?|pixels?|colou?r|zoom)$|(X|Y|Px|Width|Height)$/

describe('rows', () => {
  it('hold meaning, never pixels', () => {
    const fields = rowKinds.flatMap((kind) => Object.keys(contents[kind].shape))
    expect(fields.length).toBeGreaterThan(80)
    expect(fields.filter((field) => pixels.test(field))).toEqual([])
    expect(['x', 'offsetY', 'width', 'position'].filter((field) => !pixels.test(field))).toEqual([])
  })

  it('have a lineage from the moment they are made, which no edit sets or changes', () => {
    const { world, insurer, cards, mapId } = openSharedJourney()
    const rename = world.act(insurer, { type: 'map.change', id: mapId, fields: { name: 'Renamed' } })
    world.undo(insurer, rename)
    const rows = rowKinds.flatMap((kind) => world.everything.every(kind))
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.filter((row) => row.lineageId !== row.id)).toEqual([])
    const forging = { type: 'touchpoint.change', id: cards.insurer, fields: { lineageId: newId() } }
    expect(action.safeParse(forging).success).toBe(false)
    expect(action.safeParse({ ...forging, fields: { name: 'Named' } }).success).toBe(true)
  })

  it('are made only with a named audience: no action takes one for granted or from a client', () => {
    const forging = { type: 'stage.add', id: newId(), mapId: newId(), name: 'S', rank: 'a0' }
    expect(action.safeParse(forging).success).toBe(true)
    for (const field of ['audience', 'ecosystemId', 'addedByOrganisationId', 'deleted', 'versions'])
      expect(action.safeParse({ ...forging, [field]: [] }).success).toBe(false)
  })
})
