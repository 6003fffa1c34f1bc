// The one table of refusals: a stable code, its HTTP status, and the sentence shown to whoever asked.
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

export const refusals = {
  'input.invalid': { status: 400, message: 'Something in what was sent cannot be used.' },
  'request.notUnderstood': { status: 400, message: 'The request could not be understood.' },
  'request.foreignOrigin': { status: 403, message: 'This was sent from another site. Use Interlane itself.' },
  notThere: { status: 404, message: 'This is not there, or not yours to see or change.' },
  'server.busy': { status: 503, message: 'The server is busy. Try again in a moment.' },
  'server.failed': { status: 500, message: 'Something went wrong on our side. Try again in a moment.' },

  'live.webSocketOnly': { status: 426, message: 'This address speaks WebSocket only.' },
  'live.tooManyPages': {
    status: 429,
    message: 'You have very many maps open. Close some to see who else is there.',
  },

  'accounts.notSignedIn': { status: 401, message: 'Sign in first.' },
  'accounts.otherPerson': {
    status: 401,
    message: 'Somebody else is signed in on this device by now. Reload the page.',
  },
  'accounts.wrongCredentials': {
    status: 401,
    message: 'The e-mail address or the password is wrong, or the address is not confirmed yet.',
  },
  'accounts.wrongPassword': { status: 403, message: 'This is not your current password.' },
  'accounts.emailTaken': {
    status: 409,
    message: 'This e-mail address has an account already. Sign in, or choose another address.',
  },
  'accounts.tooManyAttempts': { status: 429, message: 'Too many attempts. Wait a while, then try again.' },
  'accounts.noMail': {
    status: 409,
    message: 'This installation sends no mail, so an e-mail address cannot be confirmed.',
  },
  'links.notValid': {
    status: 404,
    message: 'This link does not work (any more): it was used, withdrawn, replaced or has expired.',
  },
  'organisations.lastAdmin': {
    status: 409,
    message: 'An organisation keeps at least one admin. Make somebody else an admin first.',
  },
  'invitations.otherAddress': {
    status: 403,
    message: 'This invitation was sent to another e-mail address. Sign in with that address to accept it.',
  },
  'invitations.alreadyMember': { status: 409, message: 'This person belongs to the organisation already.' },
  'invitations.notAllowed': {
    status: 403,
    message: 'Inviting is a right of the organiser, who can grant it to your organisation.',
  },
  'invitations.partyHeld': { status: 409, message: 'An organisation holds this party already.' },
  'invitations.noLane': {
    status: 409,
    message:
      'There is no lane for you to hold on these maps at the moment. Ask whoever invited you to add it, then accept again.',
  },
  'invitations.adminOnly': {
    status: 403,
    message: 'Only an admin of an organisation accepts for it. Pass the invitation to one of yours.',
  },
  'edits.tooMany': {
    status: 429,
    message: 'These are very many edits at once. What is not saved yet follows in a moment.',
  },
  'import.refused': { status: 422, message: 'This file cannot be imported.' },
  'mail.notSent': {
    status: 502,
    message: 'The mail could not be sent, so nobody was invited. Try again later, or tell whoever runs this.',
  },
} as const satisfies Record<string, { status: ContentfulStatusCode; message: string }>

export type ErrorCode = keyof typeof refusals

interface RefusalDetails {
  /** The field of the request that the refusal is about, dotted. */
  field?: string
  /** A sentence that says more than the table's. */
  message?: string
  retryAfterSeconds?: number
}

/** An expected refusal, answered with its status from the table. Its message never holds a secret. */
export class AppError extends Error {
  override name = 'AppError'
  readonly code: ErrorCode
  readonly field: string | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(code: ErrorCode, details: RefusalDetails = {}) {
    super(details.message ?? refusals[code].message)
    this.code = code
    this.field = details.field
    this.retryAfterSeconds = details.retryAfterSeconds
  }
}

/** Hono's error handler: refusals answer as the table says, everything else is logged and answers 500 without detail. */
export function answerErrors(logFailure: (error: unknown) => void) {
  return (thrown: Error, context: Context) => {
    const refusal = asRefusal(thrown)
    if (!refusal) logFailure(thrown)
    const error = refusal ?? new AppError('server.failed')
    if (error.retryAfterSeconds !== undefined) context.header('Retry-After', String(error.retryAfterSeconds))
    const field = error.field === undefined ? {} : { field: error.field }
    const body = { error: { code: error.code, message: error.message, ...field } }
    return context.json(body, refusals[error.code].status)
  }
}

function asRefusal(thrown: Error): AppError | undefined {
  if (thrown instanceof AppError) return thrown
  if (thrown instanceof HTTPException && thrown.status < 500) return new AppError('request.notUnderstood')
  return undefined
}
