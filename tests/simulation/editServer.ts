// What a simulation asks of a server, whether it keeps its rows in memory or in Postgres.
import type { MemberRight, MemberRole } from '../../shared/accounts/roles.ts'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { ChangesResponse, EditAnswer, SubmittedEdit } from '../../shared/edits/exchange.ts'
import type { RowChange } from '../../shared/edits/reader.ts'
import type { AnyRow, RowKind } from '../../shared/model/rows.ts'
import type { Grant } from '../../shared/rules/author.ts'

export interface Person extends Viewer {
  name: string
  role: MemberRole
  withheld: MemberRight[]
  active: boolean
}

/** What an admin decides about a member. */
export type Standing = Pick<Person, 'role' | 'withheld' | 'active'>

/** A row changed by an accepted edit, in the order of acceptance. */
export interface HistoryRecord {
  seq: number
  clientId: string
  number: number
  organisationId: string
  change: RowChange
}

/** Two instances, numbered 0 and 1; whoever does not say which one gets the next. */
export interface EditServer {
  /** Real time passes while it answers. */
  readonly takesTime: boolean
  addOrganisation(id: string, name: string): Promise<void>
  addPerson(person: Person): Promise<void>
  /** Another role, other rights, or no membership any more; moves the epoch. */
  changeMembership(viewer: Viewer, membership: Standing): Promise<void>
  found(viewer: Viewer, ecosystemId: string): Promise<void>
  /**
   * Answers edits in one transaction. `crashes`: the program ends before the transaction is committed.
   * @throws an error with code `notThere` for whoever has no place; Crash
   */
  accept(
    viewer: Viewer,
    ecosystemId: string,
    edits: readonly SubmittedEdit[],
    more?: { grant?: Grant; crashes?: boolean; instance?: number },
  ): Promise<EditAnswer[]>
  /** @throws an error with code `notThere` for whoever has no place */
  pull(viewer: Viewer, ecosystemId: string, cursor?: string, instance?: number): Promise<ChangesResponse>
  /** Hears on one instance, through its bus, when something was committed on any of them. @returns what ends it */
  listen(instance: number, listener: () => void): () => void
  /** Past all audiences, for judging the others. */
  readEverything(ecosystemId: string): Promise<{ kind: RowKind; row: AnyRow }[]>
  readHistory(ecosystemId: string): Promise<HistoryRecord[]>
  readAnswers(ecosystemId: string): Promise<EditAnswer[]>
}

/** The program ended in the middle of a request. */
export class Crash extends Error {}
