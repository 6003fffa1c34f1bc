import { Button } from '@mantine/core'
import type { Handover } from '../../shared/model/rows.ts'
import { sayMoment } from '../accounts/moments.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './dialog.module.css'
import partners from './partners.module.css'

/** An offer to organise, with what a yes means, and the yes or no of an admin of ours. */
export function OfferToUs({ ecosystem, offer }: { ecosystem: Ecosystem; offer: Handover }) {
  const { rows, organisations, ecosystemId } = ecosystem
  const { id, organisationId, authorName, offeredAt } = offer
  const name = organisations.get(organisationId) ?? 'The organiser'
  const called = rows.get('ecosystem', ecosystemId)?.name ?? 'this ecosystem'
  const decide = (accept: boolean) => ({ type: 'handover.decide', id, accept }) as const
  const reason = ecosystem.check([decide(false)])
  return (
    <>
      <p className={partners.text}>
        {authorName} ({name}) asks you to take over organising {called}, {sayMoment(offeredAt)}.
      </p>
      <ul className={styles.points}>
        <li>You shape the maps, invite and end parts from then on. {name} no longer does.</li>
        <li>You come to see every map of it, with what partners shared there. Those partners are told.</li>
        <li>The parties nobody holds are kept by you. What {name} holds stays theirs.</li>
        <li>Everybody’s own views stay their own. Before you can leave, you hand it on.</li>
      </ul>
      {reason ? (
        <p className={partners.text}>Only an admin of your organisation accepts or declines.</p>
      ) : (
        <div className={`${styles.buttons} ${partners.answer}`}>
          <Button color="yours" onClick={() => void ecosystem.change([decide(true)], `Organise ${called}`)}>
            Accept and organise
          </Button>
          <Button
            variant="default"
            onClick={() => void ecosystem.change([decide(false)], 'Decline to organise')}
          >
            Decline
          </Button>
        </div>
      )}
    </>
  )
}
