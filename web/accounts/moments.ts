const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** An ISO moment as people say it: "today at 14:05", "3 March 2026". */
export function sayMoment(moment: string, now = new Date()): string {
  const date = new Date(moment)
  return date.toDateString() === now.toDateString() ? `today at ${time.format(date)}` : day.format(date)
}
