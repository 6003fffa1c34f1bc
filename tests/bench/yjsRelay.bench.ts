// Yjs documents behind a Hocuspocus relay, in a process of its own: the yardstick for live editing. It keeps documents for
// everybody: no audiences, no rights, no answers. Run by yjsPropagation.ts, a second one with the address of the first, whose
// documents it then has too; says its port, and its memory when asked.
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { Server } from '@hocuspocus/server'
import { WebSocket } from 'ws'

const first = process.argv[2]
const websocketProvider = first
  ? new HocuspocusProviderWebsocket({ url: first, WebSocketPolyfill: WebSocket })
  : undefined
const server = new Server({
  ...{ port: 0, address: '127.0.0.1', quiet: true, debounce: 60_000 },
  async afterLoadDocument({ document, documentName }) {
    if (websocketProvider)
      new HocuspocusProvider({ websocketProvider, name: documentName, document }).attach()
  },
})
await server.listen()
process.send!({ port: server.address.port })
process.on('message', () => process.send!({ memory: process.memoryUsage.rss() }))
process.on('disconnect', () => process.exit())
