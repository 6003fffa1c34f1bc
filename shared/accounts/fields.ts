// The fields that people type about themselves and their organisation, with the sentence each refusal shows.
import { z } from 'zod'

export const minimumPasswordLength = 10

/** A name as shown on screen: 1 to 120 characters on one line, without control characters. */
export const displayName = z
  .string()
  .trim()
  .min(1, 'Enter a name.')
  .max(120, 'A name can have at most 120 characters.')
  .refine((name) => !/\p{Cc}/u.test(name), 'A name stands on one line.')

/** An e-mail address, kept in lower case: addresses that differ only in case are one account. */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'An e-mail address can have at most 254 characters.')
  .pipe(z.email('Enter a complete e-mail address, such as ada@example.com.'))

/** A password somebody chooses now: at least {@link minimumPasswordLength} characters, of any kind. */
export const newPassword = z
  .string()
  .min(minimumPasswordLength, `Choose a password of at least ${minimumPasswordLength} characters.`)
  .max(200, 'A password can have at most 200 characters.')

/** A password somebody claims to have: never checked for strength, only kept from being enormous. */
export const presentedPassword = z
  .string()
  .min(1, 'Enter your password.')
  .max(200, 'A password can have at most 200 characters.')

/** The secret of a link: 256 random bits in base64url. */
export const linkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'This link is not complete.')
