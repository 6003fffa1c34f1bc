/** The id of the map last looked at in an ecosystem on this device. */
export function lastMapOf(ecosystemId: string): string | null {
  return localStorage.getItem(keyOf(ecosystemId))
}

/** The map page calls this when it opens a map, so that the tab Map returns to it. */
export function rememberMap(ecosystemId: string, mapId: string): void {
  localStorage.setItem(keyOf(ecosystemId), mapId)
}

function keyOf(ecosystemId: string): string {
  return `interlane.lastMap.${ecosystemId}`
}
