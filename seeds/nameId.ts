import { createHash } from 'node:crypto'

const namespace = 'interlane.example'

/** The same id for the same words on every machine (after UUID version 5), so that links into a demo stay. */
export function nameId(...words: string[]): string {
  const hash = createHash('sha1')
    .update([namespace, ...words].join('\u0000'))
    .digest('hex')
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `5${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}
