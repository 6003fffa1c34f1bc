// Against a real SMTP server, so that encoding, login and refusals are those of the wire.
import { afterEach, describe, expect, it } from 'vitest'
import { confirmEmailLetter } from '../../api/mail/accountLetters.ts'
import { colleagueInvitationLetter } from '../../api/mail/invitationLetters.ts'
import type { Mailer } from '../../api/mail/mailer.ts'
import { createSmtpMailer } from '../../api/mail/smtpMailer.ts'
import { partOf, startSmtpServer } from '../support/smtpServer.ts'

const started: (() => void)[] = []
afterEach(() => {
  for (const stop of started.splice(0)) stop()
})

async function startServer(refuses = false) {
  const server = await startSmtpServer({ refuses })
  started.push(server.stop)
  return server
}

function mailerTo(smtpUrl: string): Mailer {
  const mailer = createSmtpMailer({ smtpUrl, publicUrl: 'https://interlane.example' })
  started.push(() => mailer.close())
  return mailer
}

const link = `https://interlane.example/confirm-email#${'A'.repeat(43)}`
const letter = confirmEmailLetter({ to: 'ada@fernhill.example', name: 'Ada', link })

describe('mail over SMTP', () => {
  it('arrives with login, sender, recipient and the link in both forms', async () => {
    const { received, url } = await startServer()
    await mailerTo(url).send(letter)
    const [mail] = received
    expect(mail).toMatchObject({ from: 'no-reply@interlane.example', to: ['ada@fernhill.example'] })
    expect(mail?.source).toContain('From: Interlane <no-reply@interlane.example>')
    expect(mail?.source).toContain('Subject: Confirm your e-mail address for Interlane')
    expect(partOf(mail?.source ?? '', 'text/plain')).toContain(`\r\n${link}`)
    expect(partOf(mail?.source ?? '', 'text/html')).toContain(`<a href="${link}">`)
  })

  it('comes from the sender that the URL names', async () => {
    const { received, url } = await startServer()
    await mailerTo(`${url}?from=journeys%40fernhill.example`).send(letter)
    expect(received[0]?.from).toBe('journeys@fernhill.example')
  })

  it('rejects when the server refuses the recipient or the login, or is not there', async () => {
    const refusing = await startServer(true)
    await expect(mailerTo(refusing.url).send(letter)).rejects.toThrow('no such mailbox')
    const { url } = await startServer()
    await expect(mailerTo(url.replace('word', 'guess')).send(letter)).rejects.toThrow('wrong login')
    await expect(mailerTo('smtp://127.0.0.1:1').send(letter)).rejects.toThrow('ECONNREFUSED')
  })

  it('lets no name break out of its line, its place or its markup', async () => {
    const { received, url } = await startServer()
    const invitedBy = 'Eve\r\nBcc: all@fernhill.example'
    const organisation = '<script>alert("Fernhill")</script> & Söhne'
    const names = { organisation, invitedBy, role: 'editor', link } as const
    await mailerTo(url).send(colleagueInvitationLetter({ to: 'bob@fernhill.example', ...names }))
    const [mail] = received
    expect(mail?.to).toEqual(['bob@fernhill.example'])
    expect(mail?.source).not.toMatch(/^Bcc:/m)
    const html = partOf(mail?.source ?? '', 'text/html')
    expect(html).not.toContain('<script>')
    expect(html).toContain('&lt;script&gt;alert(&quot;Fernhill&quot;)&lt;/script&gt; &amp; Söhne')
    expect(partOf(mail?.source ?? '', 'text/plain')).toContain('& Söhne as an editor.')
  })
})
