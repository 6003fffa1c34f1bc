import type { NewsLine } from '../../shared/inbox/answers.ts'
import type { Digest } from '../../shared/inbox/news.ts'
import { sayNews } from '../../shared/inbox/sayNews.ts'
import { setLetter } from './letter.ts'
import type { Mail } from './mailer.ts'

interface Told {
  to: string
  name: string
  lines: readonly NewsLine[]
  /** A reminder comes beside the letters of one's rhythm. */
  rhythm: Digest | 'reminder'
  inboxLink: string
  settingsLink: string
}

/** Says where to look and why, never what was said: a letter cannot be taken back when a thread is. */
export const digestLetter = ({ to, name, rhythm, lines, inboxLink, settingsLink }: Told): Mail =>
  setLetter({
    to,
    subject:
      lines.length === 1
        ? 'One thing waits for you on Interlane'
        : `${lines.length} things wait for you on Interlane`,
    greeting: `Hello ${name},`,
    paragraphs: [
      ...lines.slice(0, mostLines).map((line) => `${sayNews(line)}: ${sayPlace(line)}.`),
      ...(lines.length > mostLines ? [`And ${lines.length - mostLines} more.`] : []),
    ],
    action: { label: 'Open your inbox', link: inboxLink },
    closing: `${whenItComes[rhythm]} To get letters in another rhythm or none, choose so in your settings: ${settingsLink}`,
  })

const whenItComes: Record<Told['rhythm'], string> = {
  daily: 'You get at most one such letter a day.',
  weekly: 'You get at most one such letter a week.',
  never: '',
  reminder: 'A reminder does not wait for the letter that sums up.',
}

const mostLines = 30

const sayPlace = ({ about, map }: NewsLine) =>
  map && about.name !== map.name ? `${about.name}, on ${map.name}` : about.name
