import type { HandoffEntry } from '../../shared/analysis/handoffs.ts'

export interface HandoffGroup {
  title: string
  /** What its handoffs have in common. */
  text: string
  entries: HandoffEntry[]
}

/**
 * Each handoff once, under the heading that says what to do about it. Empty groups are left out.
 * @param waiting when the entries are those that wait on one side, they stay together under its heading
 */
export function groupHandoffs(
  entries: readonly HandoffEntry[],
  waiting?: 'us' | 'them' | undefined,
): HandoffGroup[] {
  const placed = new Set<HandoffEntry>()
  const chosen = waiting && groups[waiting === 'us' ? 0 : 1]
  return (chosen ? [chosen] : groups)
    .map(({ title, text, holds }) => {
      const own = entries.filter((entry) => !placed.has(entry) && holds(entry))
      for (const entry of own) placed.add(entry)
      return { title, text, entries: own }
    })
    .filter((group) => group.entries.length > 0)
}

const groups: (Omit<HandoffGroup, 'entries'> & { holds(entry: HandoffEntry): boolean })[] = [
  {
    title: 'Waiting on us',
    text: 'Your half is open or cracked, or the other side disputes.',
    holds: (entry) => entry.isWaitingOnUs,
  },
  {
    title: 'Waiting on them',
    text: 'The other side has not confirmed the terms as they stand.',
    holds: (entry) => entry.isWaitingOnThem,
  },
  {
    title: 'Proposed',
    text: 'Somebody suggests this handoff; nobody has accepted it yet.',
    holds: (entry) => entry.state === 'proposed',
  },
  {
    title: 'Between others',
    text: 'Not confirmed by both, and your organisation stands on neither side.',
    holds: (entry) => entry.state === 'open' || entry.state === 'disputed',
  },
  {
    title: 'Agreed',
    text: 'Both sides confirm the terms as they stand.',
    holds: (entry) => entry.state === 'agreed',
  },
  {
    title: 'Promises',
    text: 'One-sided: nobody on the other side can confirm.',
    holds: () => true,
  },
]
