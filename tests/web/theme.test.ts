import { describe, expect, it } from 'vitest'
import { contrastRatio } from '../../web/theme/contrast.ts'
import { type ColourRole, colours } from '../../web/theme/tokens.ts'

const read: [ColourRole, ColourRole[]][] = [
  ['ink', ['ground', 'surface', 'sunken', 'gutter', 'yoursTint', 'painTint', 'delightTint']],
  ['textQuiet', ['ground', 'surface', 'sunken', 'yoursTint']],
  ['onInk', ['ink', 'inkHover']],
  ['onBar', ['bar']],
  ['onBarQuiet', ['bar']],
  ['onYours', ['yours']],
  ['onOthers', ['others']],
  ['onPain', ['pain']],
  ['onDelight', ['delight']],
  ['painText', ['ground', 'surface', 'sunken']],
  ['delightText', ['ground', 'surface', 'sunken']],
]

/** What is not text but must be told from its ground: borders of controls, half-discs, marks. */
const seen: [ColourRole, ColourRole[]][] = [
  ['lineStrong', ['ground', 'surface']],
  ['others', ['ground', 'surface', 'gutter']],
  ['pain', ['ground', 'surface', 'gutter']],
  ['delight', ['ground', 'surface']],
  ['yoursOutline', ['ground', 'surface', 'gutter']],
  ['focus', ['ground', 'surface', 'sunken']],
]

describe.each(['light', 'dark'] as const)('the %s look', (scheme) => {
  const pairs = (list: typeof read) =>
    list.flatMap(([front, backs]) => backs.map((back) => [front, back] as const))
  const ratio = (front: ColourRole, back: ColourRole) =>
    contrastRatio(colours[scheme][front], colours[scheme][back])

  it.each(pairs(read))('lets one read %s on %s', (front, back) => {
    expect(ratio(front, back)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(pairs(seen))('lets one see %s on %s', (front, back) => {
    expect(ratio(front, back)).toBeGreaterThanOrEqual(3)
  })
})

describe('both looks', () => {
  it('fill the same roles', () => {
    expect(Object.keys(colours.dark)).toEqual(Object.keys(colours.light))
  })

  it('keep yellow for what is yours', () => {
    expect(colours.dark.yours).toBe(colours.light.yours)
  })
})
