export type Shown = 'canvas' | 'outline' | 'table'

/** The ways of showing a map, as they are called on screen. */
export const shownNames: Record<Shown, string> = { canvas: 'Map', outline: 'Outline', table: 'Table' }
