/** One mail in both forms; `text` says everything `html` says. */
export interface Mail {
  to: string
  subject: string
  text: string
  html: string
}

export interface Mailer {
  /** False where no SMTP server is configured: links are then shown to whoever may pass them on. */
  readonly sends: boolean
  /** Hands a mail to the SMTP server; rejects when that does not take it. */
  send(mail: Mail): Promise<void>
  close(): void
}

/** The mailer of an installation without an SMTP server. */
export const noMailer: Mailer = {
  sends: false,
  async send() {
    throw new Error('No SMTP server is configured.')
  },
  close() {},
}
