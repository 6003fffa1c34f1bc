// A Yjs document behind a Hocuspocus relay, in a process of its own: the yardstick for live editing. It keeps one document
// for everybody: no audiences, no rights, no answers. Run by yjsPropagation.ts; says its port, and its memory when asked.
import { Server } from '@hocuspocus/server'

const server = new Server({ port: 0, address: '127.0.0.1', quiet: true, debounce: 60_000 })
await server.listen()
process.send!({ port: server.address.port })
process.on('message', () => process.send!({ memory: process.memoryUsage.rss() }))
process.on('disconnect', () => process.exit())
