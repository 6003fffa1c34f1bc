import type { Handover } from '../../shared/model/rows.ts'
import { sayMoment } from '../accounts/moments.ts'
import { ButtonLink } from '../shell/links.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './home.module.css'

/** Organising is offered, to us or by us; it is answered on the Partners page, beside what it means. */
export function OfferLine({ ecosystem, offer }: { ecosystem: Ecosystem; offer: Handover }) {
  const { rows, organisations, author, ecosystemId } = ecosystem
  const { organisationId, toOrganisationId, offeredAt } = offer
  const isToUs = toOrganisationId === author.organisationId
  const other = organisations.get(isToUs ? organisationId : toOrganisationId) ?? 'A partner'
  const called = rows.get('ecosystem', ecosystemId)?.name ?? 'this ecosystem'
  return (
    <li className={styles.ask}>
      <p className={styles.askWords}>
        <strong>{other}</strong>{' '}
        {isToUs
          ? `asks you to take over organising ${called}`
          : `has your offer to take over organising ${called}, ${sayMoment(offeredAt)}`}
      </p>
      <ButtonLink
        to="/ecosystems/$ecosystemId/partners"
        params={{ ecosystemId }}
        hash="organising"
        size="xs"
        color={isToUs ? 'yours' : undefined}
        variant={isToUs ? 'filled' : 'default'}
      >
        {isToUs ? 'See what it means' : 'See the offer'}
      </ButtonLink>
    </li>
  )
}
