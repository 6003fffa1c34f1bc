import { describe, expect, it } from 'vitest'
import { handoffsSearch, mapSearch, signInSearch } from '../../web/searchParameters.ts'

describe('the address of a page', () => {
  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
  ])('never sends one on to %s after signing in', (next) => {
    expect(signInSearch.parse({ next }).next).toBeUndefined()
  })

  it('sends one on inside Interlane', () => {
    expect(signInSearch.parse({ next: '/ecosystems/1/review?kind=pain' }).next).toBe(
      '/ecosystems/1/review?kind=pain',
    )
  })

  it('drops what makes no sense and keeps the rest', () => {
    expect(mapSearch.parse({ lens: 'x-ray', role: 'buyer' })).toEqual({ lens: undefined, role: 'buyer' })
    expect(handoffsSearch.parse({ waiting: 'us', view: 7 })).toMatchObject({ waiting: 'us', view: undefined })
  })
})
