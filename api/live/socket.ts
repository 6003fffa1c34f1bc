// A WebSocket as the wire of a line: what comes in is bounded and checked, and one that is dead is noticed.
import type { WSEvents } from 'hono/ws'
import type { WebSocket } from 'ws'
import { closing, fromBrowser, mostBytesFromBrowser } from '../../shared/live/messages.ts'
import type { LineOwner } from './line.ts'
import type { Live, OpenLine } from './live.ts'

const beatMilliseconds = 4_000
/** Beats without an answer after which nobody is taken to be there: one may be late on a busy line. */
const mostMissed = 2
const mostUnsentBytes = 1_000_000
const messagesPerSecond = 15
const mostAtOnce = 40

export function socketEvents(live: Live, ecosystemId: string, owner: LineOwner): WSEvents {
  const mayHear = allowance()
  let line: OpenLine | null = null
  let beat: ReturnType<typeof setInterval> | undefined
  return {
    onOpen(_event, context) {
      const socket = context.raw as WebSocket
      line = live.open(ecosystemId, owner, {
        send: (text) => sendOrGiveUp(socket, text),
        close: (code) => socket.close(code),
      })
      beat = keepBeating(socket)
    },
    onMessage({ data }, context) {
      if (!mayHear()) return context.close(closing.tooMuch)
      const said = typeof data === 'string' ? readMessage(data) : undefined
      if (!said) return context.close(closing.tooMuch)
      line?.at(said.at)
    },
    onClose() {
      clearInterval(beat)
      line?.closed()
    },
  }
}

function readMessage(text: string) {
  if (text.length > mostBytesFromBrowser) return undefined
  try {
    return fromBrowser.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Whoever reads more slowly than is written to them begins anew; what they missed they pull. */
function sendOrGiveUp(socket: WebSocket, text: string): void {
  if (socket.bufferedAmount > mostUnsentBytes) socket.terminate()
  else socket.send(text)
}

/** Ends a socket whose other side answers no more, such as a computer that went to sleep. */
function keepBeating(socket: WebSocket) {
  let missed = 0
  socket.on('pong', () => {
    missed = 0
  })
  const timer = setInterval(() => {
    if (missed === mostMissed) return socket.terminate()
    missed += 1
    socket.ping()
  }, beatMilliseconds)
  timer.unref()
  return timer
}

/** So many messages at once, and so many a second after that. */
function allowance(): () => boolean {
  let left = mostAtOnce
  let countedAt = performance.now()
  return () => {
    const now = performance.now()
    left = Math.min(mostAtOnce, left + ((now - countedAt) / 1_000) * messagesPerSecond) - 1
    countedAt = now
    return left >= 0
  }
}
