// Which rights each change of each kind of row needs. The API, what the screen offers and the documentation derive from it.
import { commentRules } from '../comments/rules.ts'
import { contributionRequestRules } from '../contributionRequests/rules.ts'
import { changedFields } from '../edits/draft.ts'
import type { RowChange, RowReader } from '../edits/reader.ts'
import { handoverRules } from '../handovers/rules.ts'
import type { RowKind } from '../model/rows.ts'
import { roundRules } from '../rounds/rules.ts'
import { sessionRules } from '../sessions/rules.ts'
import type { Author } from './author.ts'
import { mapRules } from './mapRules.ts'
import { partyRules } from './partyRules.ts'
import type { Right } from './rights.ts'
import type { Asked, Rule, RulesFor } from './rule.ts'
import { isEditor } from './standing.ts'
import { touchpointRules } from './touchpointRules.ts'
import { viewRules } from './viewRules.ts'

/** @returns the right the author lacks for this change, or null when the change is allowed. */
export function missingRight(change: RowChange, author: Author, rows: RowReader): Right | null {
  const mayTalk = viewersMay.has(change.kind)
  if (author.grant === undefined && !isEditor(author) && !mayTalk)
    return change.kind === 'ballot' || change.kind === 'vote' ? 'answerRound' : 'edit'
  const rule = rules[change.kind] as Rule<RowKind>
  return rule(asked(change), author, rows)
}

/** Viewers read and comment. */
const viewersMay: ReadonlySet<RowKind> = new Set(['comment'])

function asked(change: RowChange): Asked<RowKind> {
  const { before, after } = change
  const appears = before === null || (before.deleted && !after.deleted)
  const verb = appears ? 'add' : after.deleted ? 'remove' : 'change'
  return { before, after, verb, fields: new Set(changedFields(before, after)) }
}

const rules: RulesFor<RowKind> = {
  ...partyRules,
  ...mapRules,
  ...touchpointRules,
  ...viewRules,
  ...commentRules,
  ...roundRules,
  ...contributionRequestRules,
  ...sessionRules,
  ...handoverRules,
}
