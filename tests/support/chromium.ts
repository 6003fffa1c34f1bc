import { spawn } from 'node:child_process'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'
import { projectFolder } from '../../api/projectFolder.ts'

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
]

/** Starts a headless Chromium: `$CHROMIUM`, the system's, or the one that npm brought. */
export async function launchChromium(): Promise<Browser> {
  const own = process.env.CHROMIUM ?? installed.find((path) => existsSync(path))
  if (own) return chromium.launch({ executablePath: own, args: flags })
  const folder = await unpackedChromium()
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: flags,
    env: environmentFor(folder),
  })
}

/** The browser inside `@sparticuz/chromium`, unpacked once. Its own way of doing so serves cloud functions only. */
async function unpackedChromium(): Promise<string> {
  const source = dirname(dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))))
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No Chromium: set $CHROMIUM to one.')
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
  const folder = join(projectFolder, 'node_modules', '.cache', `chromium-${version}`)
  if (existsSync(folder)) return folder
  mkdirSync(dirname(folder), { recursive: true })
  const unfinished = mkdtempSync(`${folder}.new-`)
  await unpack(join(source, 'bin'), unfinished)
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

async function unpack(packed: string, folder: string) {
  await pipeline(
    createReadStream(join(packed, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(join(folder, 'chromium'), { mode: 0o755 }),
  )
  for (const archive of ['al2023.tar.br', 'swiftshader.tar.br', 'fonts.tar.br']) {
    const tar = spawn('tar', ['-x', '-C', folder], { stdio: ['pipe', 'ignore', 'inherit'] })
    const ended = new Promise((resolve) => tar.once('close', resolve))
    await pipeline(createReadStream(join(packed, archive)), createBrotliDecompress(), tar.stdin)
    if ((await ended) !== 0) throw new Error(`${archive} could not be unpacked`)
  }
}

/** Bare systems lack libraries and fonts, which the package ships; where the system has its own, those are better. */
function environmentFor(folder: string): Record<string, string> {
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([, value]) => value !== undefined),
  )
  const places = ['/usr/lib', '/usr/lib64', '/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu']
  if (!places.some((place) => existsSync(join(place, 'libnss3.so')))) {
    environment.LD_LIBRARY_PATH = join(folder, 'lib')
  }
  if (!existsSync('/etc/fonts/fonts.conf')) environment.FONTCONFIG_FILE = ownFonts(folder)
  return environment as Record<string, string>
}

function ownFonts(folder: string): string {
  const path = join(folder, 'own-fonts.conf')
  const places = `<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'font-cache')}</cachedir>`
  writeFileSync(path, `<?xml version="1.0"?><fontconfig>${places}</fontconfig>`)
  return path
}
