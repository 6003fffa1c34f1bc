/** Ways in which a server could be wrong; each is there to show that the simulation notices. */
export interface Breakage {
  /** Everybody sees everything. */
  audienceFilterOff?: boolean
  /** A repeated edit takes effect again. */
  missingIdempotency?: boolean
  /** Whoever loses sight of a row is not told. */
  noTombstones?: boolean
  /** Numbers are given before the commit, as by a bigserial: a change shows up behind cursors that have passed it. */
  numbersBeforeCommit?: boolean
  /** Answers leave before the commit, which a crash then undoes. */
  answersBeforeCommit?: boolean
  /** Membership and participation do not make clients start afresh. */
  epochStays?: boolean
  /** What follows on rows the author does not see is not written. */
  noConsequences?: boolean
  /** A cache goes on sending rows as somebody saw them last, also once they may not see them any more. */
  sightOutlivesRevocation?: boolean
  /** Whoever has a page open is shown what somebody is at, whoever may see that. */
  presenceFilterOff?: boolean
  /** Every page is told of every change. */
  hintsForAll?: boolean
  /** Hints leave inside the transaction that writes, which may yet fail. */
  hintsBeforeCommit?: boolean
}
