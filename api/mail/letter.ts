import type { Mail } from './mailer.ts'

interface Letter {
  to: string
  subject: string
  greeting: string
  paragraphs: string[]
  /** The one thing the mail asks for. */
  action?: { label: string; link: string }
  /** Why this mail came, and what to do if it should not have. */
  closing: string
}

/** Sets a letter as plain text and as simple HTML that says the same, whatever characters names contain. */
export function setLetter({ to, action, ...written }: Letter): Mail {
  const subject = onOneLine(written.subject)
  const greeting = onOneLine(written.greeting)
  const closing = onOneLine(written.closing)
  const paragraphs = written.paragraphs.map(onOneLine)
  const link = action ? [`${action.label}:\n${action.link}`] : []
  const text = [greeting, ...paragraphs, ...link, closing, 'Interlane'].join('\n\n')
  const button = action
    ? [`<p><a href="${escaped(action.link)}">${escaped(action.label)}</a></p>`, quiet(action.link)]
    : []
  const body = [paragraph(greeting), ...paragraphs.map(paragraph), ...button, quiet(closing)]
  const html = `<!doctype html><html lang="en"><body style="${style}">${body.join('\n')}</body></html>`
  return { to, subject, text, html }
}

const style = 'font-family: system-ui, sans-serif; font-size: 16px; color: #14202B; max-width: 36em'
const onOneLine = (text: string) => text.replace(/\s+/g, ' ')
const paragraph = (text: string) => `<p>${escaped(text)}</p>`
const quiet = (text: string) => `<p style="color: #5B6B7A; font-size: 14px">${escaped(text)}</p>`

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
