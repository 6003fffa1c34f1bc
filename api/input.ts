import { validator } from 'hono-openapi'
import type { z } from 'zod'
import { AppError } from './errors.ts'

type Target = 'json' | 'query' | 'param' | 'header'

/**
 * Validates one part of a request and describes it in the OpenAPI document. Refuses with `input.invalid`, naming the first field
 * that is wrong; a path that cannot be anything's is `notThere`.
 */
export function input<Part extends Target, Schema extends z.ZodType>(part: Part, schema: Schema) {
  return validator(part, schema, (result) => {
    if (result.success) return
    if (part === 'param') throw new AppError('notThere')
    const [issue] = result.error
    const path = issue?.path?.map((step) => String(typeof step === 'object' ? step.key : step)) ?? []
    throw new AppError('input.invalid', { field: path.join('.') || undefined, message: issue?.message })
  })
}
