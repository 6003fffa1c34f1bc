import { z } from 'zod'
import { displayName, emailAddress, linkToken, newPassword, presentedPassword } from './fields.ts'

/** Creates a person and the organisation it will be the first admin of. */
export const signUpRequest = z.object({
  name: displayName,
  email: emailAddress,
  password: newPassword,
  organisation: displayName,
})
export type SignUpRequest = z.infer<typeof signUpRequest>

export const signInRequest = z.object({ email: emailAddress, password: presentedPassword })
export type SignInRequest = z.infer<typeof signInRequest>

export const renamePersonRequest = z.object({ name: displayName })

export const changePasswordRequest = z.object({
  currentPassword: presentedPassword,
  newPassword,
})
export type ChangePasswordRequest = z.infer<typeof changePasswordRequest>

export const askPasswordResetRequest = z.object({ email: emailAddress })

export const resetPasswordRequest = z.object({ newPassword })

/** The password is needed only from somebody who is not signed in as the person the link was sent to. */
export const confirmEmailRequest = z.object({ password: presentedPassword.optional() })

/** The secret of a link travels in a header, so that it never stands in a URL that gets logged. */
export const linkHeader = z.object({ 'interlane-token': linkToken })

/** Ids of sessions are 64 hexadecimal digits. */
export const sessionParameter = z.object({ sessionId: z.string().regex(/^[0-9a-f]{64}$/) })
