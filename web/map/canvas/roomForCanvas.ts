import { sizes } from '../../theme/tokens.ts'

const around = sizes.bar + sizes.mapBar + sizes.objective + sizes.stageHeader + sizes.statusLine

/** The room the canvas is about to get: opening waits for no measuring. `hasStrip`: the feelings lie below it. */
export function roomForCanvas({ hasStrip = false } = {}): { width: number; height: number } {
  const strip = hasStrip ? sizes.feelingStrip : 0
  return { width: window.innerWidth - sizes.laneHeader, height: window.innerHeight - around - strip }
}
