// `npm run reset-password -- ada@example.com`, for an operator whose installation sends no mail.
import { resetPasswordByOperator } from './accounts/resetPasswordCommand.ts'
import { readConfig } from './config.ts'
import { StartRefusal } from './startRefusal.ts'

try {
  const [, , email] = process.argv
  process.stdout.write(`${await resetPasswordByOperator(readConfig(process.env), email)}\n`)
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
