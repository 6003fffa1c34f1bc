/** How large cards and the labels of handoffs are on the canvas, for whoever lays a map out before it is shown. */
import type { LabelSize } from './types.ts'

export const usualCard = { width: 152, height: 56 }

const pillFrame = 46
const lateFrame = 34
const letterWidth = 6.6
const pillMaxWidth = 168
const pillHeight = 26

/** Room for the pill of a handoff: what passes, and by how much it is late. */
export function pillSize(passes: string, lateness: string | null = null): LabelSize {
  const text = pillFrame + (passes || 'What passes?').length * letterWidth
  const late = lateness ? lateFrame + lateness.length * letterWidth : 0
  return { width: Math.ceil(Math.min(pillMaxWidth, text) + late), height: pillHeight }
}
