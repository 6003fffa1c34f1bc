/** Everything both routers share: which way each link goes, how high the bands are, where links meet cards. */
import { type Bands, stackBands } from './bands.ts'
import type { Board } from './board.ts'
import { choosePaths, type LinkPath } from './paths.ts'
import { type PathPorts, placePorts } from './ports.ts'
import { spacing } from './spacing.ts'
import { assignTracks } from './tracks.ts'

export interface Wiring {
  board: Board
  paths: LinkPath[]
  bands: Bands
  ports: PathPorts[]
}

export function planWiring(board: Board): Wiring {
  const paths = choosePaths(board)
  const tracks = assignTracks(board, paths)
  const seamHeights = board.scene.lanes.slice(1).map(() => spacing.seam)
  const bands = stackBands(board, tracks, seamHeights)
  const trackY = paths.map((path, index) =>
    path.run < 0 ? 0 : bands.firstTracks[path.run]! + tracks.ofPath[index]! * spacing.track,
  )
  return { board, paths, bands, ports: placePorts(board, paths, bands, trackY) }
}
