/** Remembers every marker ever written, and who may see the row it was written into. */
export class Ledger {
  readonly #audiences: (() => ReadonlySet<string>)[] = []
  /** Markers that somebody saw who may, as a proof that looking finds them. */
  readonly seen = new Set<string>()

  /** A marker for a text of a row, together with who may see that row at the moment one looks. */
  mark(audience: () => ReadonlySet<string>): string {
    return `CANARY${this.#audiences.push(audience) - 1}X`
  }

  /** The markers in these bytes that this organisation (or nobody in particular) may not see. */
  leaks(bytes: string, organisationId: string | undefined): string[] {
    const found = [...new Set(bytes.match(/CANARY\d+X/g) ?? [])]
    const isAllowed = (marker: string) =>
      organisationId !== undefined && this.#audiences[Number(marker.slice(6, -1))]!().has(organisationId)
    for (const marker of found) if (isAllowed(marker)) this.seen.add(marker)
    return found.filter((marker) => !isAllowed(marker))
  }
}
