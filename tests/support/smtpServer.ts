// A real SMTP server that keeps what it is given, so that encoding, login and refusals are those of the wire.
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface Received {
  from: string
  to: string[]
  source: string
}

/** Listens on a free port until `stop`; `refuses` may change at any time. */
export async function startSmtpServer({ refuses = false } = {}) {
  const received: Received[] = []
  const behaviour = { refuses }
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, answer) =>
      username === 'interlane' && password === 'p@ss word'
        ? answer(null, { user: username })
        : answer(new Error('wrong login')),
    onRcptTo: (_address, _session, answer) =>
      answer(behaviour.refuses ? new Error('no such mailbox') : undefined),
    onData(stream, session, answer) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom ? mailFrom.address : ''
        const to = rcptTo.map(({ address }) => address)
        received.push({ from, to, source: Buffer.concat(chunks).toString() })
        answer()
      })
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as AddressInfo
  const url = `smtp://interlane:p%40ss%20word@127.0.0.1:${port}`
  return { received, behaviour, url, stop: () => server.close() }
}

/** The decoded part of a mail with the given type. */
export function partOf(source: string, type: string): string {
  const [, rest = ''] = source.split(new RegExp(`Content-Type: ${type}[^]*?\r\n\r\n`, 'i'))
  const [body = ''] = rest.split('\r\n--')
  const joined = body.replace(/=\r\n/g, '')
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
