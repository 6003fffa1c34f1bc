import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { SeamPill } from '../../web/seam/SeamPill.tsx'
import { gapOf, type HalfState, halfDisc, isShut } from '../../web/seam/seamShapes.ts'
import { describeSeam, type SeamSide, sayMinutes } from '../../web/seam/seamWords.ts'

const side = (name: string, state: HalfState, relation: SeamSide['relation'] = 'others'): SeamSide => ({
  name,
  state,
  relation,
})

describe('a seam', () => {
  it('is shut only when both sides have confirmed', () => {
    const states: HalfState[] = ['hollow', 'filled', 'cracked']
    const shut = states.flatMap((giving) =>
      states.filter((taking) => isShut(giving, taking)).map((one) => [giving, one]),
    )
    expect(shut).toEqual([['filled', 'filled']])
  })

  it('leaves a gap one can see until it is shut', () => {
    expect(gapOf(8, false)).toBeGreaterThan(1)
    expect(gapOf(8, true)).toBe(0)
  })

  it('draws a cracked half as two fragments, any other as one', () => {
    const pieces = (state: HalfState) => halfDisc('giving', state, 10).match(/Z/g)?.length
    expect([pieces('hollow'), pieces('filled'), pieces('cracked')]).toEqual([1, 1, 2])
  })

  it('keeps the giving half above the middle and the taking half below', () => {
    const lowest = (path: string) => Math.sign(Number(path.match(/L-?[\d.]+ (-?[\d.]+)/)?.[1]))
    expect(lowest(halfDisc('giving', 'cracked', 10))).toBe(-1)
    expect(lowest(halfDisc('taking', 'cracked', 10))).toBe(1)
  })

  it('says in words what the discs show', () => {
    const words = describeSeam(side('Fernhill', 'filled'), side('Oakes & Vale', 'cracked'))
    expect(words).toBe('Fernhill has confirmed, Oakes & Vale no longer agrees')
  })

  it('never calls a promise agreed', () => {
    expect(describeSeam(side('Marlow', 'filled'))).toBe('a promise by Marlow, which nobody confirms')
  })

  it('speaks of no promise by a party for which nobody speaks', () => {
    const silent = { ...side('Distributor', 'hollow'), isSilent: true }
    expect(describeSeam(silent)).toBe('described for Distributor, for which nobody speaks yet')
    const relying = { ...side('Marlow', 'filled'), reliesOn: 'Distributor' }
    expect(describeSeam(relying)).toBe('Marlow relies on this, and nobody speaks for Distributor yet')
  })

  it.each([
    [15, '15 min'],
    [90, '1.5 h'],
    [1440, '1 day'],
    [8640, '6 days'],
  ])('says %i minutes as %s', (minutes, words) => {
    expect(sayMinutes(minutes)).toBe(words)
  })
})

describe('the pill', () => {
  it('names what passes, how late it is and who has confirmed', () => {
    render(
      <SeamPill
        giving={side('Tillworks', 'cracked', 'yours')}
        taking={side('Scanleaf', 'hollow')}
        passes="serial number"
        lateness="3 days late"
      />,
    )
    expect(screen.getByText('serial number')).toBeTruthy()
    expect(screen.getByText('3 days late')).toBeTruthy()
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      'Tillworks no longer agrees, Scanleaf has not confirmed yet',
    )
  })

  it('asks what passes while nobody has said', () => {
    render(<SeamPill giving={side('A', 'hollow')} taking={side('B', 'hollow')} passes="" />)
    expect(screen.getByText('What passes?')).toBeTruthy()
  })

  it('draws two halves for a handoff and one disc for a promise', () => {
    const { container, rerender } = render(
      <SeamPill giving={side('A', 'filled')} taking={side('B', 'hollow')} passes="x" />,
    )
    expect(container.querySelectorAll('[data-relation]')).toHaveLength(2)
    rerender(<SeamPill giving={side('A', 'filled')} passes="x" />)
    expect(container.querySelectorAll('[data-relation]')).toHaveLength(1)
  })

  it('clicks when it shuts before one’s eyes, not when it was shut all along', () => {
    const pill = (taking: HalfState) => (
      <SeamPill giving={side('A', 'filled')} taking={side('B', taking)} passes="x" />
    )
    const { container, rerender } = render(pill('filled'))
    const rings = () => container.querySelectorAll('circle').length
    expect(rings()).toBe(0)
    rerender(pill('hollow'))
    rerender(pill('filled'))
    expect(rings()).toBe(1)
  })
})
