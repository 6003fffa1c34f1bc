import { expect, it } from 'vitest'
import { Markers } from './markers.ts'

it('a marker is found in what is said, and never in a sealed cursor', () => {
  const markers = new Markers()
  const marker = markers.mark('stage', 'one', 'insurer')
  expect(markers.in(JSON.stringify({ name: marker, goal: marker }))).toEqual([marker])
  expect(markers.rowOf(marker)).toBe('stage/one')
  expect(markers.writerOf(marker)).toBe('insurer')
  // Of these letters alone cursors are made, in any order.
  expect(marker).not.toMatch(/^[\w-]+$/)
})
