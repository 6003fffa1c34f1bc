import pino, { type DestinationStream, type Logger } from 'pino'

export type Log = Logger

/** JSON lines on standard error. No token, password, cookie or request body can get into one. */
export function createLog(destination: DestinationStream = pino.destination(2)): Log {
  return pino(
    {
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
      redact: {
        paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
        censor: '[secret]',
      },
    },
    destination,
  )
}

const secretFields = ['password', 'token', 'authorization', 'cookie', 'body']

/** Database errors quote the values of the failed statement, and those may be secrets: only the statement's fate is told. */
export function describeError(thrown: unknown): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { type: typeof thrown }
  const { code, constraint_name, table_name } = thrown as Error & Record<string, unknown>
  const quotesValues = 'query' in thrown || 'severity' in thrown
  return {
    type: thrown.name,
    ...(quotesValues ? { message: 'a statement failed' } : { message: thrown.message }),
    ...(code === undefined ? {} : { code }),
    ...(constraint_name === undefined ? {} : { constraint: constraint_name }),
    ...(table_name === undefined ? {} : { table: table_name }),
    stack: framesOf(thrown),
    ...(thrown.cause === undefined ? {} : { cause: describeError(thrown.cause) }),
  }
}

/** The call frames alone: a stack begins with the message. */
function framesOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n')
}
