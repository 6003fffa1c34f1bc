import { bodyLimit } from 'hono/body-limit'
import { AppError } from './errors.ts'

/** For routes that take a form's worth of fields: nobody, signed in or not, makes the server hold more than that. */
export const smallBody = bodyLimit({
  maxSize: 64 * 1024,
  onError: () => {
    throw new AppError('input.invalid', { message: 'This is more than 64 KB. Send less.' })
  },
})
