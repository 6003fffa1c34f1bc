// The map as it stands on the screen, read from the page itself, and what is wrong with it for an eye.
import type { Page } from 'playwright-core'

interface Box {
  name: string
  left: number
  top: number
  right: number
  bottom: number
}

type Point = readonly [x: number, y: number]

export interface DrawnMap {
  /** Cards by the words they are announced with: name; lane, stage; ... */
  cards: Box[]
  lanes: Box[]
  sharedStages: Box[]
  /** Corners of each route. */
  links: Point[][]
  pills: Box[]
  /** A pixel of the drawing in pixels of the screen. */
  zoom: number
}

/** Reads all that is drawn, in pixels of the screen. The window must be large enough to show the whole map. */
export function readDrawnMap(page: Page): Promise<DrawnMap> {
  return page.evaluate(() => {
    const boxOf = (element: Element, name: string | null) => {
      const { left, top, right, bottom } = element.getBoundingClientRect()
      return { name: name ?? '', left, top, right, bottom }
    }
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
    const routeOf = (path: SVGPathElement): Point[] => {
      const matrix = path.getScreenCTM()!
      const commands = [...(path.getAttribute('d') ?? '').matchAll(/([MLQ])([-\d.e]+) ([-\d.e]+)/g)]
      // A rounded corner is a curve around the true corner, with a point of its own on either side.
      const corners = commands.filter(([, letter], index) => {
        return letter !== 'L' || index === commands.length - 1
      })
      return corners.map(([, , x, y]) => {
        const { x: left, y: top } = new DOMPoint(Number(x), Number(y)).matrixTransform(matrix)
        return [left, top] as const
      })
    }
    const paths = [...document.querySelectorAll<SVGPathElement>('.react-flow__edge path:first-of-type')]
    return {
      cards: all('[data-card]').map((card) => boxOf(card, card.getAttribute('aria-label'))),
      lanes: all('nav[aria-label="Lanes"] > div').map((lane) => boxOf(lane, lane.textContent)),
      sharedStages: all('nav[aria-label="Shared stages"] > div').map((stage) => {
        return boxOf(stage, stage.textContent.trim())
      }),
      links: paths.map(routeOf),
      pills: all('.react-flow__edgelabel-renderer button:not([data-hidden])').map((pill) => {
        return boxOf(pill, pill.textContent)
      }),
      zoom: paths[0]?.getScreenCTM()?.a ?? 1,
    }
  })
}

/** Everything that breaks a rule of the drawing, in words; empty for a sound one. */
export function violationsOf(map: DrawnMap): string[] {
  return [...cardViolations(map), ...linkViolations(map), ...pillViolations(map)]
}

function cardViolations({ cards, lanes, sharedStages }: DrawnMap): string[] {
  return cards.flatMap((card, index) => {
    const [, place = ''] = card.name.split('; ')
    const lane = lanes.find((one) => isWithin(card.top, card.bottom, one.top, one.bottom))
    const stage = sharedStages.find((one) => isWithin(card.left, card.right, one.left, one.right))
    const wrong = cards.slice(index + 1).filter((other) => overlap(card, other))
    const found = wrong.map((other) => `${card.name} lies on ${other.name}`)
    if (!lane) found.push(`${card.name} lies in no lane`)
    else if (!lane.name.includes(place.split(', ')[0]!)) found.push(`${card.name} lies in ${lane.name}`)
    const isShared = sharedStages.some(({ name }) => place.endsWith(`, ${name}`))
    if (isShared && !(stage && place.endsWith(`, ${stage.name}`))) {
      found.push(`${card.name} lies in stage ${stage?.name}`)
    }
    return found
  })
}

function linkViolations({ cards, links, zoom }: DrawnMap): string[] {
  const legs = links.flatMap((route, link) =>
    route.slice(1).map((to, index) => ({ link, from: route[index]!, to })),
  )
  const found: string[] = []
  links.forEach((route, index) => {
    for (const end of [route[0], route.at(-1)]) {
      if (!end || !cards.some((card) => isOnEdge(end, card))) found.push(`Link ${index} ends at no card`)
    }
  })
  for (const { link, from, to } of legs) {
    const slant = Math.min(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1]))
    if (slant > 0.5) found.push(`Link ${link} is slanted from ${from} to ${to}`)
    const leg = legBox(from, to)
    for (const card of cards) if (overlap(leg, card)) found.push(`Link ${link} runs through ${card.name}`)
  }
  for (const [index, one] of legs.entries()) {
    for (const other of legs.slice(index + 1)) {
      if (other.link !== one.link && lieOnEachOther(one, other, zoom)) {
        found.push(`Links ${one.link} and ${other.link} lie on each other`)
      }
    }
  }
  return found
}

function pillViolations({ cards, pills }: DrawnMap): string[] {
  return pills.flatMap((pill, index) => {
    const covered = [...cards, ...pills.slice(index + 1)].filter((other) => overlap(pill, other))
    return covered.map((other) => `The pill ${pill.name} covers ${other.name}`)
  })
}

interface Leg {
  from: Point
  to: Point
}

/** Along the same line for longer than where they merely cross or meet. */
function lieOnEachOther(one: Leg, other: Leg, zoom: number): boolean {
  return ([0, 1] as const).some((across) => {
    const along = across === 0 ? 1 : 0
    const isAlong = (leg: Leg) => Math.abs(leg.from[across] - leg.to[across]) < 0.1
    if (!isAlong(one) || !isAlong(other)) return false
    if (Math.abs(one.from[across] - other.from[across]) > 0.4 * zoom) return false
    const low = Math.max(
      Math.min(one.from[along], one.to[along]),
      Math.min(other.from[along], other.to[along]),
    )
    const high = Math.min(
      Math.max(one.from[along], one.to[along]),
      Math.max(other.from[along], other.to[along]),
    )
    return high - low > 0.5
  })
}

function legBox(from: Point, to: Point): Box {
  const [left, right] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])]
  const [top, bottom] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])]
  return { name: 'leg', left, top, right, bottom }
}

/** Less than a pixel is what rounding on the screen does. */
const rounding = 0.75

/** Whether a box, or a leg without breadth, reaches into another box. */
function overlap(one: Box, other: Box): boolean {
  const inside = shrunk(other)
  const isAcross = one.left < inside.right && one.right > inside.left
  return isAcross && one.top < inside.bottom && one.bottom > inside.top
}

function shrunk({ name, left, top, right, bottom }: Box): Box {
  return {
    name,
    left: left + rounding,
    top: top + rounding,
    right: right - rounding,
    bottom: bottom - rounding,
  }
}

function isOnEdge([x, y]: Point, card: Box): boolean {
  const isIn =
    x >= card.left - rounding &&
    x <= card.right + rounding &&
    y >= card.top - rounding &&
    y <= card.bottom + rounding
  const middle = shrunk(card)
  return isIn && (x <= middle.left || x >= middle.right || y <= middle.top || y >= middle.bottom)
}

function isWithin(low: number, high: number, from: number, to: number): boolean {
  return low >= from - rounding && high <= to + rounding
}
