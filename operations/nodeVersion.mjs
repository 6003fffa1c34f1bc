/** Ends the program with one sentence when this Node is older than Interlane needs. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(
    `Interlane needs Node 20.19 or newer, and this is ${process.versions.node}: install a newer one.`,
  )
  process.exit(1)
}
