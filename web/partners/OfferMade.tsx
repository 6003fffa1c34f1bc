import { Button } from '@mantine/core'
import type { Handover } from '../../shared/model/rows.ts'
import { sayMoment } from '../accounts/moments.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import partners from './partners.module.css'

/** An offer of ours that waits for its answer. */
export function OfferMade({ ecosystem, offer }: { ecosystem: Ecosystem; offer: Handover }) {
  const { id, toOrganisationId, authorName, offeredAt } = offer
  const name = ecosystem.organisations.get(toOrganisationId) ?? 'A partner'
  const withdraw = { type: 'handover.withdraw', id } as const
  return (
    <>
      <p className={partners.text}>
        {authorName} offered {name} to organise this ecosystem, {sayMoment(offeredAt)}. An admin of {name}{' '}
        accepts or declines. Until then nothing changes, and nobody else knows of it.
      </p>
      {ecosystem.check([withdraw]) === null ? (
        <Button
          variant="default"
          onClick={() => void ecosystem.change([withdraw], 'Withdraw the offer to organise')}
        >
          Withdraw the offer
        </Button>
      ) : null}
    </>
  )
}
