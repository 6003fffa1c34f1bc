/** A plain picture of a drawing, for looking at what the layout did. */
import type { Drawing, LayoutInput } from '../../shared/layout/types.ts'

const laneFills = ['#eef3f6', '#f1eef4', '#f7f3ec', '#eaf2ec', '#f2f2f2']
const linkColours = { sequence: '#8a96a1', handoff: '#1f2a37', loopBack: '#c0392b' }

export function renderSvg(input: LayoutInput, drawing: Drawing): string {
  const sizes = new Map(input.links.map((link) => [link.id, link.label]))
  const parts: string[] = []
  drawing.lanes.forEach((lane, index) => {
    parts.push(rectangle(0, lane.y, drawing.width, lane.height, laneFills[index % laneFills.length]!, 'none'))
    parts.push(text(-8, lane.y + lane.height / 2, lane.id, 12, 'end'))
    if (lane.line) parts.push(`<path d="M0 ${lane.line.y}H${drawing.width}" stroke="#5b6b7a"/>`)
  })
  for (const stage of drawing.stages) {
    const isSpine = stage.laneId === null
    const bottom = isSpine ? drawing.height : stage.y + stage.height
    const dash = isSpine ? '3 4' : 'none'
    const edge = stage.x + stage.width
    parts.push(
      `<path d="M${edge} ${stage.y}V${bottom}" stroke="#b8c1c9" stroke-dasharray="${dash}" fill="none"/>`,
    )
    if (!isSpine) parts.push(`<path d="M${stage.x} ${bottom}H${edge}" stroke="#b8c1c9"/>`)
    const [x, y] = isSpine ? [stage.x + stage.width / 2, -12] : [stage.x + 10, stage.y + 15]
    parts.push(text(x, y, stage.id, isSpine ? 14 : 11, isSpine ? 'middle' : 'start'))
  }
  for (const link of drawing.links) {
    const path = link.points.map((point, index) => `${index === 0 ? 'M' : 'L'}${point.x} ${point.y}`).join('')
    const dash = link.kind === 'loopBack' ? ' stroke-dasharray="5 4"' : ''
    parts.push(
      `<path d="${path}" fill="none" stroke="${linkColours[link.kind]}" stroke-width="1.5"${dash} marker-end="url(#tip)"/>`,
    )
  }
  for (const card of drawing.cards) {
    parts.push(rectangle(card.x, card.y, card.width, card.height, '#fff', '#5b6b7a'))
    parts.push(text(card.x + 8, card.y + 20, card.id, 12, 'start'))
  }
  for (const link of drawing.links) {
    const size = sizes.get(link.id)
    if (!size || !link.label) continue
    const { x, y } = link.label
    if (link.hiddenLabel) parts.push(`<circle cx="${x}" cy="${y}" r="4" fill="#c0392b"/>`)
    else {
      parts.push(
        `<rect x="${x - size.width / 2}" y="${y - size.height / 2}" width="${size.width}" height="${size.height}" rx="9" fill="#fff" stroke="${linkColours[link.kind]}"/>`,
        text(x, y + 4, link.id, 10, 'middle'),
      )
    }
  }
  const [width, height] = [drawing.width + 120, drawing.height + 60]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="-100 -40 ${width} ${height}">
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0L8 4L0 8z" fill="#1f2a37"/></marker></defs>
<rect x="-100" y="-40" width="${width}" height="${height}" fill="#fff"/>
${parts.join('\n')}
</svg>`
}

function rectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  stroke: string,
): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4" fill="${fill}" stroke="${stroke}"/>`
}

function text(x: number, y: number, words: string, size: number, anchor: string): string {
  return `<text x="${x}" y="${y}" font-family="sans-serif" font-size="${size}" text-anchor="${anchor}" fill="#14202b">${words}</text>`
}
