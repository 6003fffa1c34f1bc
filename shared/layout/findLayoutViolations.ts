import { findBondViolations } from './bondViolations.ts'
import { findCardViolations } from './cardViolations.ts'
import { findLabelViolations } from './labelViolations.ts'
import { findLineViolations } from './lineViolations.ts'
import { findLinkViolations } from './linkViolations.ts'
import { findSpanViolations } from './spanViolations.ts'
import type { Drawing, LayoutInput, LayoutViolation } from './types.ts'

/**
 * Checks a drawing against its input, independently of how it was made: everything is there, in order, inside
 * its lane and stage; cards of one touchpoint are joined; nothing overlaps; links are orthogonal, pass no card and never lie on each other.
 */
export function findLayoutViolations(input: LayoutInput, drawing: Drawing): LayoutViolation[] {
  return [
    ...findSpanViolations(input, drawing),
    ...findCardViolations(input, drawing),
    ...findBondViolations(input, drawing),
    ...findLineViolations(input, drawing),
    ...findLinkViolations(input, drawing),
    ...findLabelViolations(input, drawing),
  ]
}
