import { describe, expect, it } from 'vitest'
import { leftByName, whoAnswers } from '../../shared/analysis/whoAnswers.ts'
import { lineOfPeople, peopleInCharge } from '../../shared/model/ownership.ts'

const hasLeft = leftByName(
  [{ name: 'Joe Vale' }, { name: 'Priya Nair' }],
  [{ name: 'Tom Reed' }, { name: 'Cem Aydin' }, { name: 'Priya Nair' }],
)

describe('who answers for something inside an organisation', () => {
  it('is the first named who has not left', () => {
    expect(whoAnswers('Joe Vale', hasLeft)).toEqual({ name: 'Joe Vale', left: [] })
    expect(whoAnswers('Tom Reed; Joe Vale', hasLeft)).toEqual({ name: 'Joe Vale', left: ['Tom Reed'] })
    expect(whoAnswers('Tom Reed; Cem Aydin', hasLeft)).toEqual({
      name: null,
      left: ['Tom Reed', 'Cem Aydin'],
    })
    expect(whoAnswers('', hasLeft)).toBeNull()
  })

  it('is taken at its word without an account, and also where two people bear one name', () => {
    expect(whoAnswers('The night desk; Joe Vale', hasLeft)).toEqual({ name: 'The night desk', left: [] })
    expect(whoAnswers('Priya Nair', hasLeft)).toEqual({ name: 'Priya Nair', left: [] })
  })

  it('is found in other letters and spaces', () => {
    expect(whoAnswers(' tom  REED ', hasLeft)).toEqual({ name: null, left: ['tom  REED'] })
  })

  it('is one line of names in order, which an older line with one name already is', () => {
    expect(peopleInCharge('Priya Nair')).toEqual(['Priya Nair'])
    expect(peopleInCharge(lineOfPeople(['Priya Nair', '', 'Vale; Joe']))).toEqual(['Priya Nair', 'Vale  Joe'])
    expect(lineOfPeople([])).toBe('')
  })
})
