// The documents name many files and every setting; what is renamed or added must not leave them behind.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectFolder } from '../../api/projectFolder.ts'

const read = (path: string) => readFileSync(join(projectFolder, path), 'utf8')
const records = readdirSync(join(projectFolder, 'docs/decisions')).filter((name) => name.endsWith('.md'))
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/architecture.md',
  'docs/rights.md',
  ...records.map((name) => `docs/decisions/${name}`),
]

describe.each(documents)('%s', (document) => {
  it('links to what is there', () => {
    const targets = [...read(document).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target]) => target!)
    const broken = targets.filter((target) => !existsSync(join(projectFolder, dirname(document), target)))
    expect(broken).toEqual([])
  })

  it('names files and folders that exist', () => {
    const named = [
      ...read(document).matchAll(/`((?:api|docs|operations|seeds|shared|tests|web)\/[\w./-]+)`/g),
    ].map(([, path]) => path!)
    expect(named.filter((path) => !exists(path))).toEqual([])
  })
})

it('the README explains every setting, and none that is not there', () => {
  const known = [...read('api/config.ts').matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name!)
  const explained = [...read('README.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name!)
  expect(known.length).toBeGreaterThan(0)
  expect(explained.sort()).toEqual(known.sort())
})

it('every decision is in the index', () => {
  const index = read('docs/decisions/README.md')
  expect(records.filter((name) => name !== 'README.md' && !index.includes(`(${name})`))).toEqual([])
})

it('every folder has its line in the architecture', () => {
  const rows = [...read('docs/architecture.md').matchAll(/^\| (`[^|]+) \|/gm)].map(([, cell]) => cell!)
  const said = new Set(rows.flatMap(namedIn))
  const folders = ['shared', 'api', 'web'].flatMap((room) =>
    readdirSync(join(projectFolder, room), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${room}/${name}`),
  )
  expect(folders.length).toBeGreaterThan(30)
  // Files that are served as they are.
  expect(folders.filter((folder) => folder !== 'web/public' && !said.has(folder))).toEqual([])
})

it('every command of the documents is there to be run', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const commands = documents.flatMap((document) => [...read(document).matchAll(/npm run ([\w:-]+)/g)])
  expect(commands.length).toBeGreaterThan(3)
  expect(commands.map(([, name]) => name!).filter((name) => !scripts[name])).toEqual([])
})

/** `shared/accounts`, `imports`: what follows the first name lies in the same room. */
function namedIn(cell: string): string[] {
  const names = [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)
  const room = names[0]!.split('/')[0]
  return names.map((name) => (name.includes('/') ? name : `${room}/${name}`))
}

/** Test files are named without their ending. */
function exists(path: string): boolean {
  return [path, `${path}.test.ts`, `${path}.test.tsx`].some((one) => existsSync(join(projectFolder, one)))
}
