// Starts the worker where nothing is built: tests, and a server run straight from its TypeScript.
import { register } from 'tsx/esm/api'

register()
await import('./tidyWorker.ts')
