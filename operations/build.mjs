import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'

const parts = [
  { name: 'web', sources: ['web', 'shared', 'vite.config.ts'], result: 'web/index.html', build: buildWeb },
  { name: 'api', sources: ['api', 'shared', 'seeds'], result: 'api/main.js', build: buildApi },
]

/**
 * Builds the web and the server into `dist/`, each only when its sources changed since.
 * @param {string} folder the checkout
 * @param {(line: string) => void} say is told what is under way
 * @param {string[]} names of the parts to build
 */
export async function buildWhatChanged(folder, say, names = ['web', 'api']) {
  mkdirSync(join(folder, 'dist'), { recursive: true })
  const wanted = parts.filter(({ name }) => names.includes(name))
  await Promise.all(wanted.map((part) => buildIfChanged(part, folder, say)))
}

async function buildIfChanged({ name, sources, result, build }, folder, say) {
  const stamp = join(folder, 'dist', `${name}.sources`)
  const hash = hashOf(folder, ['package-lock.json', 'operations/build.mjs', ...sources])
  const isCurrent = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  if (isCurrent && existsSync(join(folder, 'dist', result))) return
  const started = Date.now()
  say(`Building the ${name} …`)
  rmSync(stamp, { force: true })
  await build(folder)
  writeFileSync(stamp, hash)
  say(`Built the ${name} in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
}

/** Built beside and then swapped, so that an interrupted build never leaves half a web. */
async function buildWeb(folder) {
  const unfinished = join(folder, 'dist', `web.new-${process.pid}`)
  const vite = join(folder, 'node_modules', 'vite', 'bin', 'vite.js')
  await run(
    process.execPath,
    [vite, 'build', '--outDir', unfinished, '--emptyOutDir', '--logLevel', 'warn'],
    folder,
  )
  const finished = join(folder, 'dist', 'web')
  rmSync(finished, { recursive: true, force: true })
  renameSync(unfinished, finished)
}

async function buildApi(folder) {
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: folder,
    entryPoints: {
      main: 'api/main.ts',
      bpmnWorker: 'api/imports/bpmnWorker.ts',
      tidyWorker: 'api/imports/tidyWorker.ts',
    },
    outdir: 'dist/api',
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    plugins: [mendedDriver(folder)],
    sourcemap: true,
    logLevel: 'warning',
  })
}

/**
 * The database driver (postgres 3.4.9) goes on writing a transaction whose connection was lost: into a connection that is
 * being opened again, or into somebody else's transaction. See docs/decisions/mended-database-driver.md.
 * @param {string} folder the checkout
 */
export function mendedDriver(folder) {
  const source = join(folder, 'node_modules', 'postgres', 'src')
  return {
    name: 'mended database driver',
    setup(build) {
      build.onResolve({ filter: /^postgres$/ }, () => ({ path: join(source, 'index.js') }))
      build.onLoad({ filter: /postgres[\\/]src[\\/](connection|index)\.js$/ }, ({ path }) => ({
        contents: mend(readFileSync(path, 'utf8'), mends[basename(path)]),
        loader: 'js',
      }))
    },
  }
}

/** What is replaced by what, once each. */
const mends = {
  'connection.js': [
    [
      'socket = null\n\n    if (initial)',
      'socket = null\n    chunk = nextWriteTimer = null\n\n    if (initial)',
    ],
  ],
  'index.js': [
    [
      'new Promise((_, reject) => connection.onclose = reject)',
      `new Promise((_, reject) => connection.onclose = (error) => {
          lost = error
          while (queries.length) queries.shift().reject(error)
          reject(error)
        })`,
    ],
    ['let savepoints = 0\n', 'let savepoints = 0\n      , lost = null\n'],
    [
      'q.catch(e => uncaughtError || (uncaughtError = e))\n',
      'q.catch(e => uncaughtError || (uncaughtError = e))\n        if (lost) return q.reject(lost)\n',
    ],
  ],
}

function mend(text, changes) {
  return changes.reduce((mended, [from, to]) => {
    if (mended.split(from).length !== 2)
      throw new Error('The database driver has changed: see docs/decisions/mended-database-driver.md.')
    return mended.replace(from, () => to)
  }, text)
}

function hashOf(folder, paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((path) => filesIn(folder, path))) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(folder, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesIn(folder, path) {
  const whole = join(folder, path)
  if (!existsSync(whole)) return []
  if (statSync(whole).isFile()) return [path]
  const names = readdirSync(whole, { recursive: true }).sort()
  return names.map((name) => join(path, name)).filter((name) => statSync(join(folder, name)).isFile())
}

function run(program, words, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
      })
    }
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The web could not be built:\n${output}`)),
    )
  })
}
