/**
 * `npm run bench`: the program under load, over HTTP and sockets, beside two Yjs relays in the same run. The machine is shared
 * with the load itself, so read the ratios. BENCH_SECONDS (5) is the length of each measurement, BENCH_SOCKETS (1000) how many
 * pages are open, BENCH_MAPS (200) over how many maps edits are spread; TEST_DATABASE_URL is a Postgres to measure on instead of
 * the embedded one. It ends with an error when an acknowledged edit is lost or counted twice, or does not reach a page.
 */
import { loadOfEdits } from './editing.ts'
import { openProgram } from './program.ts'
import { propagationHere } from './propagation.ts'
import { loadOfPulls } from './pulling.ts'
import { showTimes } from './table.ts'
import { propagationOfYjs } from './yjsPropagation.ts'

const seconds = Number(process.env.BENCH_SECONDS ?? 5)
const sockets = Number(process.env.BENCH_SOCKETS ?? 1_000)
const maps = Number(process.env.BENCH_MAPS ?? 200)
const editors = 50

const program = await openProgram(2, process.env.TEST_DATABASE_URL, 'http://interlane.example')
const addressFor = (index: number) => program.addresses[index % program.addresses.length]!
try {
  const edits = await loadOfEdits(addressFor, { editors, maps, seconds })
  showTimes([...edits, await loadOfPulls(addressFor(0), seconds)])
  const ours = await propagationHere(program, { sockets, seconds })
  const theirs = await propagationOfYjs(sockets, seconds)
  showTimes([ours.times, ours.afterAcknowledgement, theirs.times])
  console.table(
    [ours, theirs].map(({ times, memory, bytesPerEdit }) => ({
      '': times.what,
      'memory MB': Math.round(memory / 1e6),
      'bytes to each reader per edit': Math.round(bytesPerEdit),
    })),
  )
} finally {
  await program.stop()
}
process.exit(0)
