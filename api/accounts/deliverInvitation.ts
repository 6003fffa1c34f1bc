import { type Delivery, linkWarning } from '../../shared/accounts/delivery.ts'
import { AppError } from '../errors.ts'
import type { Mail } from '../mail/mailer.ts'
import type { AccountServices } from './services.ts'

interface Invitation {
  /** The inviting organisation. */
  organisationId: string
  link: string
  letter: Mail
  /** Takes the invitation back. */
  revoke(): Promise<void>
}

/**
 * Mails an invitation; where no mail can be sent, its link goes to the inviter, with a warning.
 * @throws AppError `mail.notSent`, or that there were too many; the invitation is then taken back
 */
export async function deliverInvitation(
  { mailer, throttle }: AccountServices,
  { organisationId, link, letter, revoke }: Invitation,
): Promise<Delivery> {
  if (!mailer.sends) return { by: 'link', link, warning: linkWarning }
  try {
    await throttle.attempt(['inviteForOrganisation', organisationId])
    await mailer.send(letter)
  } catch (failure) {
    await revoke()
    throw failure instanceof AppError ? failure : new AppError('mail.notSent')
  }
  return { by: 'mail' }
}
