// `npm start`: installs what is missing, builds what changed, then runs the server in this process.
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildWhatChanged } from './build.mjs'
import { installWhatIsMissing } from './install.mjs'
import { requireNode } from './nodeVersion.mjs'
import { oneAtATime } from './oneAtATime.mjs'
import { stopWithNpm } from './stopWithNpm.mjs'

const folder = dirname(dirname(fileURLToPath(import.meta.url)))
const say = (line) => process.stdout.write(`${line}\n`)

requireNode()
stopWithNpm()
try {
  await oneAtATime(folder, say, async () => {
    await installWhatIsMissing(folder, say)
    await buildWhatChanged(folder, say)
  })
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
process.setSourceMapsEnabled(true)
await import(pathToFileURL(join(folder, 'dist', 'api', 'main.js')).href)
