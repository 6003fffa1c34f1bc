import type { ReviewReason } from '../../shared/analysis/reviewItem.ts'
import type { MarkKind } from '../../shared/model/perspective.ts'

export const reasonNames: Record<ReviewReason, string> = {
  pain: 'Pain',
  disputed: 'Disputed',
  changed: 'Terms changed',
  late: 'Late',
  apart: 'Scores apart',
  inconsistent: 'Pain and delight',
}

export const markNames: Record<MarkKind, string> = {
  pain: 'Pain',
  delight: 'Delight',
  momentOfTruth: 'Moment of truth',
}
