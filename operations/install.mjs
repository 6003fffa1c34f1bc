import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Installs the packages of package-lock.json when node_modules lacks one of them or has another version. */
export async function installWhatIsMissing(folder, say) {
  const missing = missingPackages(folder)
  if (missing.length === 0) return
  const reason =
    missing.length === 1 ? `${missing[0]} is missing` : `${missing.length} are missing or outdated`
  say(`Installing packages (${reason}); the first time takes a minute or two …`)
  const started = Date.now()
  const pulse = setInterval(
    () => say(`  … still installing, ${Math.round((Date.now() - started) / 1000)} s`),
    10_000,
  )
  try {
    await npm(folder, ['ci', ...flags]).catch(() => {
      say('Trying once more, another way …')
      return npm(folder, ['install', '--no-save', ...flags])
    })
  } finally {
    clearInterval(pulse)
  }
  say(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.`)
}

const flags = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error']

/** Names of the packages that the lock file wants and node_modules does not have; those of other platforms aside. */
function missingPackages(folder) {
  const wanted = readPackages(join(folder, 'package-lock.json'))
  const installed = readPackages(join(folder, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && isForThisPlatform(entry))
    .filter(([path, entry]) => installed[path]?.version !== entry.version)
    .map(([path]) => path.replace(/^node_modules\//, ''))
}

function readPackages(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {}
}

/** npm leaves out optional packages that name another system, processor or C library. */
function isForThisPlatform({ optional, os, cpu, libc }) {
  if (!optional) return true
  const named = os?.includes(process.platform) && cpu?.includes(process.arch)
  return Boolean(named && (!libc || libc.includes('glibc')) && process.platform !== 'win32')
}

function npm(folder, words) {
  const script = process.env.npm_execpath
  const viaScript = script !== undefined && /\.c?js$/.test(script)
  const [program, first] = viaScript ? [process.execPath, [script]] : ['npm', []]
  return new Promise((resolve, reject) => {
    const options = {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    }
    const child = spawn(program, [...first, ...words], options)
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`Packages could not be installed (npm ${words[0]} ended with ${code}).`)),
    )
  })
}
