import type { ImportNote } from './importedMap.ts'

/** More than this nobody reads; the rest is counted. */
const mostNotes = 200

/** What an import merged, left out or changed, in the order it was noticed. */
export class ImportNotes {
  private readonly kept: ImportNote[] = []
  private leftOut = 0

  constructor(private readonly lines: ReadonlyMap<string, number> = new Map()) {}

  /** `element` is an id of the file; its line is added when it is known. */
  add(level: ImportNote['level'], message: string, element?: string): void {
    if (this.kept.length >= mostNotes) {
      this.leftOut += 1
      return
    }
    const line = element === undefined ? undefined : this.lines.get(element)
    this.kept.push({
      level,
      message,
      ...(element === undefined ? {} : { element }),
      ...(line === undefined ? {} : { line }),
    })
  }

  all(): ImportNote[] {
    if (this.leftOut === 0) return this.kept
    return [
      ...this.kept,
      { level: 'warning', message: `${this.leftOut} more notes of this kind are not listed.` },
    ]
  }
}
