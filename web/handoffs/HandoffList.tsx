import type { HandoffEntry } from '../../shared/analysis/handoffs.ts'
import { Empty } from '../shell/Empty.tsx'
import { ButtonLink } from '../shell/links.tsx'
import { RowList } from '../shell/RowList.tsx'
import { TitledSection } from '../shell/TitledSection.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { HandoffRow } from './HandoffRow.tsx'
import { groupHandoffs } from './handoffGroups.ts'

interface HandoffListProps {
  ecosystem: Ecosystem
  entries: HandoffEntry[]
  /** Set when the list is narrowed to what waits on one side. */
  waiting: 'us' | 'them' | undefined
}

export function HandoffList({ ecosystem, entries, waiting }: HandoffListProps) {
  const { ecosystemId, author } = ecosystem
  if (entries.length === 0) {
    return (
      <Empty
        title="No handoff is like that"
        action={
          <ButtonLink variant="default" to="/ecosystems/$ecosystemId/handoffs" params={{ ecosystemId }}>
            Show all handoffs
          </ButtonLink>
        }
      >
        None of the handoffs meets all of what you chose above.
      </Empty>
    )
  }
  return groupHandoffs(entries, waiting).map((group) => (
    <TitledSection key={group.title} title={group.title} count={group.entries.length} text={group.text}>
      <RowList>
        {group.entries.map((entry) => (
          <HandoffRow
            key={entry.link.id}
            entry={entry}
            ecosystemId={ecosystemId}
            organisationId={author.organisationId}
          />
        ))}
      </RowList>
    </TitledSection>
  ))
}
