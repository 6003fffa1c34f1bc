import type { HandoffEntry } from '../../shared/analysis/handoffs.ts'
import type { HandoffSide } from '../../shared/handoffs/handoff.ts'

/** Where a handoff stands, in one sentence as its reader would say it. */
export function sayStanding(entry: HandoffEntry): string {
  if (entry.state === 'proposed') return 'Proposed'
  if (entry.isPromise) return sayPromise(entry)
  if (entry.state === 'agreed') return 'Both sides confirm'
  const disputing = [entry.from, entry.to].find((side) => side.state === 'disputed')
  if (disputing) return `${nameFor(disputing, entry)} ${disputing === entry.ours ? 'dispute' : 'disputes'} it`
  const changed = [entry.from, entry.to].filter((side) => side.state === 'changed')
  if (changed.length === 2) return 'Terms changed since both confirmed'
  if (changed[0]) return `Terms changed since ${nameFor(changed[0], entry).replace('You', 'you')} confirmed`
  const open = [entry.from, entry.to].filter((side) => side.state === 'open')
  if (open.length === 2) return 'Nobody has confirmed yet'
  return open[0] === entry.ours
    ? `${entry.theirs?.partyName} confirms; you have not yet`
    : `${open[0]!.partyName} has not confirmed yet`
}

function sayPromise({ from, to }: HandoffEntry): string {
  const missing = [from, to].find((side) => side.organisationId === null)
  return missing
    ? `A promise: nobody holds ${missing.partyName}`
    : 'A promise: one organisation holds both sides'
}

function nameFor(side: HandoffSide, entry: HandoffEntry): string {
  return side === entry.ours ? 'You' : side.partyName
}
