import { describe, expect, test } from 'vitest'
import { isOwnOrigin } from '../../api/site/ownOrigin.ts'

const laptop = { host: '127.0.0.1', publicUrl: undefined }
const published = { host: '0.0.0.0', publicUrl: 'https://interlane.example.com' }
const network = { host: '0.0.0.0', publicUrl: undefined }

describe('only our own pages count as ours', () => {
  const cases: [string, string | undefined, typeof laptop | typeof published, boolean][] = [
    ['http://localhost:3000', 'localhost:3000', laptop, true],
    ['http://127.0.0.1:3000', '127.0.0.1:3000', laptop, true],
    ['http://[::1]:3000', '[::1]:3000', laptop, true],
    ['http://localhost:4000', 'localhost:3000', laptop, false],
    ['https://localhost:3000', 'localhost:3000', laptop, false],
    ['http://rebound.example:3000', 'rebound.example:3000', laptop, false],
    ['http://localhost.example:3000', 'localhost.example:3000', laptop, false],
    ['null', 'localhost:3000', laptop, false],
    ['http://localhost:3000', undefined, laptop, false],
    ['https://interlane.example.com', 'inner:3000', published, true],
    ['https://interlane.example.com.evil.example', 'interlane.example.com', published, false],
    ['http://interlane.example.com', 'interlane.example.com', published, false],
    ['http://192.168.1.5:3000', '192.168.1.5:3000', network, true],
    ['http://evil.example', '192.168.1.5:3000', network, false],
  ]
  test.each(cases)('%s asked as %s', (origin, host, place, own) => {
    expect(isOwnOrigin(origin, host, place)).toBe(own)
  })
})
