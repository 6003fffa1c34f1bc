import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { SharedObject } from '../../shared/analysis/sharedOutside.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { Confirmation, Perspective } from '../../shared/model/rows.ts'
import { TextLink } from '../shell/links.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { sayShared } from './sayShared.ts'
import styles from './sharing.module.css'

/** One shared piece: what it is about, what it says, who sees it, and taking it back. */
export function SharedRow({ ecosystem, object }: { ecosystem: Ecosystem; object: SharedObject }) {
  const { organisations, rows, author } = ecosystem
  const names = object.seenByOrganisationIds.map((id) => organisations.get(id) ?? 'another organisation')
  const own = organisations.get(author.organisationId) ?? 'your organisation'
  const actions = withdrawal(object)
  const reason = actions ? ecosystem.check(actions) : null
  const withdraw = async () => {
    if (!actions) return
    const answer = await ecosystem.change(actions, `Withdraw: ${object.title}`)
    if (answer.accepted) notifications.show({ message: `Only ${own} sees this now: ${object.title}.` })
  }
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <About ecosystem={ecosystem} object={object} />
        <span>{sayShared(object)}</span>
      </div>
      <span className={styles.quiet}>
        {names.join(' and ')} {names.length === 1 ? 'sees' : 'see'} this, on{' '}
        {rows.get('map', object.mapId)?.name}
      </span>
      <span className={styles.end}>
        {actions ? (
          <Button
            variant="default"
            size="xs"
            disabled={reason !== null}
            aria-label={`Withdraw: ${object.title}, ${sayShared(object)}`}
            onClick={() => void withdraw()}
          >
            Withdraw
          </Button>
        ) : null}
        {reason ? <span className={styles.quiet}>{reason.message}</span> : null}
      </span>
    </li>
  )
}

function About({ ecosystem, object }: { ecosystem: Ecosystem; object: SharedObject }) {
  const { ecosystemId } = ecosystem
  const { mapId, row, kind, title } = object
  if (kind === 'confirmation') {
    return (
      <TextLink
        className={styles.about}
        to="/ecosystems/$ecosystemId/handoffs/$linkId"
        params={{ ecosystemId, linkId: (row as Confirmation).linkId }}
      >
        {title}
      </TextLink>
    )
  }
  return (
    <TextLink
      className={styles.about}
      to="/ecosystems/$ecosystemId/maps/$mapId"
      params={{ ecosystemId, mapId }}
      search={'targetId' in row ? { select: (row as Perspective).targetId } : {}}
    >
      {title}
    </TextLink>
  )
}

/** Back to one's own organisation alone; null for what is not one's own to take back. */
function withdrawal({ kind, row, canWithdraw }: SharedObject): ActionInput[] | null {
  if (!canWithdraw) return null
  const type = `${kind}.share` as 'perspective.share' | 'mark.share' | 'responsibility.share'
  return [{ type, id: row.id, with: 'organisation' }]
}
