// Letters of a scene over a real SMTP server, at a moment of one's choosing.
import { sendDigests } from '../../api/inbox/digest.ts'
import { createSmtpMailer } from '../../api/mail/smtpMailer.ts'
import { startSmtpServer } from '../support/smtpServer.ts'
import type { Actor } from '../support/world.ts'
import type { InboxScene } from './scene.ts'

export const day = 86_400_000

export type Post = Awaited<ReturnType<typeof openPost>>

/** Everybody of the scene has confirmed the address they have by then. */
export async function openPost({ world }: Pick<InboxScene, 'world'>) {
  const { received, behaviour, url, stop } = await startSmtpServer()
  const mailer = createSmtpMailer({ smtpUrl: url, publicUrl: 'https://interlane.example' })
  const { accounts, door } = world.services
  const post = {
    received,
    behaviour,
    /** What it is by the clock of the letters. */
    now: new Date(Date.now() + day),
    nextDay() {
      post.now = new Date(post.now.getTime() + day)
    },
    services: () => ({ ...accounts, mailer, clock: () => post.now }),
    send: () => sendDigests(post.services()),
    receivers: () => received.flatMap(({ to }) => to).sort(),
    lettersTo: (actor: Actor) => received.filter(({ to }) => to.includes(actor.email)),
    confirmAddresses: () =>
      door.asSystem('confirm addresses in a test', (tx) =>
        tx.execute('update people set email_verified_at = now()'),
      ),
    close() {
      mailer.close()
      stop()
    },
  }
  await post.confirmAddresses()
  return post
}
