import { createTransport } from 'nodemailer'
import type { Mailer } from './mailer.ts'

interface Smtp {
  /** As nodemailer reads it, such as `smtps://user:password@host:465`; `?from=` sets the sender. */
  smtpUrl: string
  /** Names the sender when the URL does not. */
  publicUrl?: string
}

/** Sends through an SMTP server, by default as no-reply at the host the program is published on. */
export function createSmtpMailer({ smtpUrl, publicUrl }: Smtp): Mailer {
  const url = new URL(smtpUrl)
  const sender =
    url.searchParams.get('from') ?? `no-reply@${publicUrl ? new URL(publicUrl).hostname : 'localhost'}`
  url.searchParams.delete('from')
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }
  const transport = createTransport({ url: url.href, ...timeouts })
  const from = { name: 'Interlane', address: sender }
  return {
    sends: true,
    async send(mail) {
      await transport.sendMail({ from, ...mail })
    },
    close: () => transport.close(),
  }
}
