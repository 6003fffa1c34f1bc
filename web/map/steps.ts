/**
 * Lines under each other are steps, without the numbers or dashes they were typed with. Null for plain text: a single line, or
 * paragraphs divided by an empty line.
 */
export function stepsOf(text: string): string[] | null {
  const lines = text.trim().split(/\r?\n/)
  if (lines.length < 2 || lines.some((line) => line.trim() === '')) return null
  const steps = lines.map((line) => line.replace(ownNumber, '').trim())
  return steps.some((step) => step === '') ? null : steps
}

const ownNumber = /^\s*(?:\d{1,3}[.)]|[-*•–])\s+/

/** The same in one line, for a cell of a table. */
export function stepWords(text: string): string {
  const steps = stepsOf(text)
  return steps ? steps.map((step, index) => `${index + 1}. ${step}`).join(' ') : text
}
