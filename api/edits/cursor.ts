// Cursors are sealed: a viewer must not learn from a number how much happened that they may not see.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { Viewer } from '../../shared/audience/audience.ts'

export interface Position {
  ecosystemId: string
  seq: number
  epoch: number
  /** 16 bytes in hex: what the viewer's keys were, and the names of those it shares a map with. */
  standing: string
}

export interface Cursors {
  seal(position: Position, viewer: Viewer): string
  /** Undefined when the cursor is not one of ours for this viewer. */
  open(cursor: string, ecosystemId: string, viewer: Viewer): Position | undefined
}

export function createCursors(secret: string): Cursors {
  const key = createHash('sha256').update(`cursor ${secret}`).digest()
  return {
    seal({ ecosystemId, seq, epoch, standing }, viewer) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      cipher.setAAD(bound(ecosystemId, viewer))
      // Fixed width, so that its length tells nothing either.
      const plain = Buffer.alloc(plainBytes)
      plain.writeBigUInt64BE(BigInt(seq), 0)
      plain.writeBigUInt64BE(BigInt(epoch), 8)
      plain.write(standing, 16, 'hex')
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString(
        'base64url',
      )
    },
    open(cursor, ecosystemId, viewer) {
      const bytes = Buffer.from(cursor, 'base64url')
      const isWhole = bytes.length === nonceBytes + plainBytes + tagBytes
      if (!isWhole || bytes.toString('base64url') !== cursor) return undefined
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes))
        decipher.setAAD(bound(ecosystemId, viewer))
        decipher.setAuthTag(bytes.subarray(-tagBytes))
        const plain = Buffer.concat([
          decipher.update(bytes.subarray(nonceBytes, -tagBytes)),
          decipher.final(),
        ])
        return {
          ecosystemId,
          seq: Number(plain.readBigUInt64BE(0)),
          epoch: Number(plain.readBigUInt64BE(8)),
          standing: plain.toString('hex', 16),
        }
      } catch {
        return undefined
      }
    },
  }
}

const [nonceBytes, plainBytes, tagBytes] = [12, 32, 16]

function bound(ecosystemId: string, { personId, organisationId }: Viewer): Buffer {
  return Buffer.from(`${ecosystemId}/${personId}/${organisationId}`)
}
