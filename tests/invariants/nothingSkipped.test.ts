// A test that is not run says nothing: only what needs real files that are not ours may stay out, and the gate counts it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const folder = join(process.cwd(), 'tests')
const leavesOut = /\b(?:it|test|describe)(?:\.\w+)*\.(?:skip|todo|only|skipIf|runIf|fails)\b/
const allowed = /\.skipIf\(!areRealFilesThere\)/

const leftOut = (text: string) => text.split('\n').filter((line) => leavesOut.test(line.replace(allowed, '')))

it('keeps a test from running only for want of real files', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.test\.tsx?$/.test(file) && !file.endsWith('nothingSkipped.test.ts'),
  )
  expect(files.length).toBeGreaterThan(100)
  const found = files.flatMap((file) =>
    leftOut(readFileSync(join(folder, file), 'utf8')).map((line) => `${file}: ${line.trim()}`),
  )
  expect(found).toEqual([])
})

it('would notice another reason', () => {
  const call = (name: string) => `it.${name}('says nothing', () => {})`
  expect(leftOut(['skip', 'todo', 'runIf(false)'].map(call).join('\n'))).toHaveLength(3)
  expect(leftOut("it.skipIf(!areRealFilesThere)('reads them', () => {})")).toEqual([])
})
