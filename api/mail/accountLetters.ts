// The mails about one's own account.
import { setLetter } from './letter.ts'
import type { Mail } from './mailer.ts'

interface Addressed {
  to: string
  name: string
}

export const confirmEmailLetter = ({ to, name, link }: Addressed & { link: string }): Mail =>
  setLetter({
    to,
    subject: 'Confirm your e-mail address for Interlane',
    greeting: `Hello ${name},`,
    paragraphs: ['Somebody, presumably you, gave this address for an account on Interlane.'],
    action: { label: 'Confirm the address', link },
    closing:
      'The link works once, for two days. If this was not you, do nothing: without the link nothing happens.',
  })

export const accountExistsLetter = ({ to, name, link }: Addressed & { link: string }): Mail =>
  setLetter({
    to,
    subject: 'You already have an account on Interlane',
    greeting: `Hello ${name},`,
    paragraphs: [
      'Somebody, presumably you, tried to sign up with this address, which has an account already. Nothing was changed.',
      'If you have forgotten your password, you can choose a new one on the sign-in page.',
    ],
    action: { label: 'Sign in', link },
    closing: 'If this was not you, do nothing: whoever it was learned nothing from it.',
  })

export const resetPasswordLetter = ({ to, name, link }: Addressed & { link: string }): Mail =>
  setLetter({
    to,
    subject: 'Choose a new password for Interlane',
    greeting: `Hello ${name},`,
    paragraphs: [
      'Somebody, presumably you, asked to choose a new password. Doing so ends all your sessions.',
    ],
    action: { label: 'Choose a new password', link },
    closing:
      'The link works once, for one hour. If this was not you, do nothing: your password stays as it is.',
  })

export const passwordChangedLetter = ({ to, name, link }: Addressed & { link: string }): Mail =>
  setLetter({
    to,
    subject: 'Your Interlane password was changed',
    greeting: `Hello ${name},`,
    paragraphs: ['Your password was changed just now, and your other sessions were ended.'],
    action: { label: 'Sign in', link },
    closing:
      'If this was not you, choose a new password at once with "Forgotten your password?" on the sign-in page.',
  })
