/** The room the canvas is about to get: opening waits for no measuring. */
export function roomForCanvas(): { width: number; height: number } {
  return { width: window.innerWidth - 132, height: window.innerHeight - 48 - 40 - 36 - 28 }
}
