import { describe, expect, it } from 'vitest'
import { drawLayout } from '../../shared/layout/drawLayout.ts'
import { findLayoutViolations } from '../../shared/layout/findLayoutViolations.ts'
import type { Drawing, LayoutInput, LayoutViolationKind } from '../../shared/layout/types.ts'

const card = { width: 152, height: 56 }
const input: LayoutInput = {
  lanes: [
    { id: 'insurer', ownStages: false },
    { id: 'broker', ownStages: true },
    { id: 'customer', ownStages: false },
  ],
  stages: [
    { id: 'buy', laneId: null },
    { id: 'claim', laneId: null },
    { id: 'win', laneId: 'broker' },
    { id: 'keep', laneId: 'broker' },
  ],
  cards: [
    { id: 'quote', laneId: 'insurer', stageId: 'buy', rank: 'a0', ...card },
    { id: 'price', laneId: 'insurer', stageId: 'buy', rank: 'a1', ...card },
    { id: 'decide', laneId: 'insurer', stageId: 'claim', rank: 'a0', ...card },
    { id: 'meet', laneId: 'broker', stageId: 'win', rank: 'a0', ...card },
    { id: 'tell', laneId: 'broker', stageId: 'keep', rank: 'a0', ...card },
    { id: 'hear', laneId: 'customer', stageId: 'claim', rank: 'a0', ...card },
    { id: 'hearSide', laneId: 'broker', stageId: 'keep', rank: 'a2', ...card },
    { id: 'reserve', laneId: 'insurer', stageId: 'claim', rank: 'a1', below: true, ...card },
  ],
  links: [
    { id: 'risk', from: 'meet', to: 'quote', loopBack: false, label: { width: 60, height: 20 } },
    { id: 'decision', from: 'decide', to: 'tell', loopBack: false, label: { width: 60, height: 20 } },
    { id: 'outcome', from: 'tell', to: 'hear', loopBack: false, label: { width: 60, height: 20 } },
    { id: 'policy', from: 'quote', to: 'decide', loopBack: false },
  ],
  bonds: [{ id: 'hearSide', cardId: 'hear' }],
}

const tampered: Record<LayoutViolationKind, (drawing: Drawing) => void> = {
  missingLane: (drawing) => {
    drawing.lanes.pop()
  },
  missingStage: (drawing) => {
    drawing.stages.pop()
  },
  missingCard: (drawing) => {
    drawing.cards.pop()
  },
  missingLink: (drawing) => {
    drawing.links.pop()
  },
  missingBond: (drawing) => {
    drawing.bonds.pop()
  },
  bondApart: (drawing) => {
    drawing.bonds[0]!.isOne = false
    drawing.bonds[0]!.points[0]!.x += 200
  },
  laneOrder: (drawing) => {
    drawing.lanes[1]!.y -= 40
  },
  stageOrder: (drawing) => {
    drawing.stages[1]!.x -= 1
  },
  stageSpan: (drawing) => {
    drawing.stages[2]!.width = 100
  },
  cardOutsideLane: (drawing) => {
    find(drawing, 'hear').y += 60
  },
  cardOutsideStage: (drawing) => {
    find(drawing, 'tell').x -= 300
  },
  cardOnHeading: (drawing) => {
    find(drawing, 'meet').y = drawing.lanes[1]!.y
  },
  missingLine: (drawing) => {
    delete drawing.lanes[0]!.line
  },
  idleLine: (drawing) => {
    const { y, height } = drawing.lanes[2]!
    drawing.lanes[2]!.line = { y: y + height - 4, row: 1 }
  },
  acrossLine: (drawing) => {
    const [decide, reserve] = [find(drawing, 'decide'), find(drawing, 'reserve')]
    const { y } = decide
    decide.y = reserve.y
    reserve.y = y
  },
  linkOnLine: (drawing) => {
    const { y } = drawing.lanes[0]!.line!
    drawing.links[3]!.points = [
      { x: 40, y },
      { x: 200, y },
    ]
  },
  cardOverlap: (drawing) => {
    find(drawing, 'price').y = find(drawing, 'quote').y + 30
  },
  cardOrder: (drawing) => {
    const [quote, price] = [find(drawing, 'quote'), find(drawing, 'price')]
    const { y } = quote
    quote.y = price.y
    price.y = y
  },
  notOrthogonal: (drawing) => {
    drawing.links[3]!.points.at(-1)!.y += 3
  },
  linkEnds: (drawing) => {
    drawing.links[3]!.points[0]!.x += 20
  },
  linkThroughCard: (drawing) => {
    const { x, y } = find(drawing, 'price')
    drawing.links[3]!.points = [
      { x: x - 10, y: y + 20 },
      { x: x + 10, y: y + 20 },
    ]
  },
  linkOverlap: (drawing) => {
    drawing.links[3]!.points = drawing.links[2]!.points.map((point) => ({ x: point.x + 0.2, y: point.y }))
  },
  labelOnCard: (drawing) => {
    const { x, y } = find(drawing, 'price')
    drawing.links[0]!.label = { x: x - 10, y: y - 5 }
  },
  labelOnLabel: (drawing) => {
    const { x, y } = drawing.links[1]!.label!
    drawing.links[2]!.label = { x: x + 40, y: y - 10 }
  },
}

describe('the layout checker', () => {
  it('finds nothing in an honest drawing', () => {
    expect(findLayoutViolations(input, drawLayout(input))).toEqual([])
  })

  it.each(Object.entries(tampered))('catches %s', (kind, tamper) => {
    const drawing = drawLayout(input)
    tamper(drawing)
    expect(findLayoutViolations(input, drawing).map((violation) => violation.kind)).toContain(kind)
  })

  it('catches a card drawn as one over two lanes that are not neighbours', () => {
    const drawing = drawLayout({ ...input, bonds: [{ id: 'hear', cardId: 'quote' }] })
    drawing.bonds[0]!.isOne = true
    const faults = findLayoutViolations({ ...input, bonds: [{ id: 'hear', cardId: 'quote' }] }, drawing)
    expect(faults.map(({ kind }) => kind)).toContain('bondApart')
  })

  it('catches a line beyond its lane, and a card of two lanes that reaches across one', () => {
    const kinds = (drawing: Drawing) => findLayoutViolations(input, drawing).map(({ kind }) => kind)
    const beyond = drawLayout(input)
    beyond.lanes[0]!.line!.y = beyond.lanes[0]!.y - 10
    expect(kinds(beyond)).toContain('acrossLine')
    const crossed = drawLayout(input)
    expect(crossed.bonds[0]!.isOne).toBe(true)
    const half = find(crossed, 'hearSide')
    const behind = {
      ...input,
      cards: input.cards.map((one) => (one.id === 'tell' ? { ...one, below: true } : one)),
    }
    crossed.lanes[1]!.line = { y: half.y + half.height + 4, row: 1 }
    expect(findLayoutViolations(behind, crossed).map(({ kind }) => kind)).toContain('acrossLine')
  })

  it('lets neither a link nor a label nor a card lie across a card drawn as one', () => {
    const drawn = () => {
      const drawing = drawLayout(input)
      expect(drawing.bonds[0]!.isOne).toBe(true)
      const half = find(drawing, 'hearSide')
      return { drawing, x: half.x + 40, y: half.y + half.height + 12 }
    }
    const kinds = (drawing: Drawing) => findLayoutViolations(input, drawing).map(({ kind }) => kind)
    const crossed = drawn()
    crossed.drawing.links[3]!.points = [
      { x: crossed.x - 100, y: crossed.y },
      { x: crossed.x + 300, y: crossed.y },
    ]
    expect(kinds(crossed.drawing)).toContain('linkThroughCard')
    const labelled = drawn()
    labelled.drawing.links[0]!.label = { x: labelled.x, y: labelled.y }
    expect(kinds(labelled.drawing)).toContain('labelOnCard')
  })
})

function find(drawing: Drawing, id: string) {
  return drawing.cards.find((candidate) => candidate.id === id)!
}
