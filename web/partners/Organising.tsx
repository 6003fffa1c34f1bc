import { offersOf, offersTo } from '../../shared/handovers/offers.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { HandOver } from './HandOver.tsx'
import { OfferMade } from './OfferMade.tsx'
import { OfferToUs } from './OfferToUs.tsx'
import partners from './partners.module.css'

/** Passing on who organises: offered by one side, answered by the other. Nobody else sees anything of it. */
export function Organising({ ecosystem }: { ecosystem: Ecosystem }) {
  const { rows, author, ecosystemId } = ecosystem
  const [toUs] = offersTo(author.organisationId, rows)
  const [made] = offersOf(author.organisationId, rows)
  const isConvener = rows.get('ecosystem', ecosystemId)?.convenerOrganisationId === author.organisationId
  const shown = toUs ? (
    <OfferToUs ecosystem={ecosystem} offer={toUs} />
  ) : made ? (
    <OfferMade ecosystem={ecosystem} offer={made} />
  ) : isConvener && author.role === 'admin' ? (
    <HandOver ecosystem={ecosystem} />
  ) : null
  if (!shown) return null
  return (
    <section className={partners.section} aria-labelledby="organising">
      <h2 className={partners.title} id="organising">
        Organising
      </h2>
      {shown}
    </section>
  )
}
