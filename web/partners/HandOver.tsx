import { Button, Modal, Select } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './dialog.module.css'
import partners from './partners.module.css'

/** For admins of the convener: offers another organisation to organise from now on. */
export function HandOver({ ecosystem }: { ecosystem: Ecosystem }) {
  const { rows, organisations, author } = ecosystem
  const [isOpen, { open, close }] = useDisclosure(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const active = rows.all('participant').filter((row) => row.state === 'active')
  const others = [...new Set(active.map((row) => row.organisationId))].filter(
    (id) => id !== author.organisationId,
  )
  const newMaps = rows
    .all('map')
    .filter((map) => !active.some((row) => row.mapId === map.id && row.organisationId === chosen))
  const nameOf = (id: string | null) => organisations.get(id ?? '') ?? 'A partner'
  const name = nameOf(chosen)
  const declined = latestDecline(ecosystem)
  const offer = async () => {
    if (!chosen) return
    const id = crypto.randomUUID()
    await ecosystem.change(
      [{ type: 'handover.offer', id, toOrganisationId: chosen }],
      `Offer ${name} to organise`,
    )
    close()
  }
  return (
    <>
      <p className={partners.text}>
        {others.length > 0
          ? 'Your organisation organises this ecosystem. It can hand that over to a partner who accepts, and leave afterwards.'
          : 'Your organisation organises this ecosystem. It can hand that over once a partner takes part.'}
        {declined ? ` ${nameOf(declined)} declined your last offer.` : ''}
      </p>
      <Button variant="default" disabled={others.length === 0} onClick={open}>
        Hand over …
      </Button>
      <Modal opened={isOpen} onClose={close} title="Offer to hand over organising">
        <div className={styles.form}>
          <Select
            label="To"
            placeholder="Choose a partner"
            data={others.map((id) => ({ value: id, label: nameOf(id) }))}
            value={chosen}
            onChange={setChosen}
          />
          {chosen ? (
            <ul className={styles.points}>
              <li>
                Nothing changes until an admin of {name} accepts. You can withdraw the offer until then.
              </li>
              <li>
                Then {name} shapes the maps, invites and ends parts. Your organisation no longer does, and
                only {name} can hand it back.
              </li>
              {newMaps.length > 0 ? (
                <li>
                  It comes to see {newMaps.map((map) => map.name).join(', ')}, with what partners shared
                  there. They are told at that moment.
                </li>
              ) : null}
              <li>The parties nobody holds are kept by {name}. What your organisation holds stays yours.</li>
              <li>Your own views stay your own.</li>
            </ul>
          ) : null}
          <div className={styles.buttons}>
            <Button disabled={!chosen} onClick={() => void offer()}>
              Offer it
            </Button>
            <Button variant="default" onClick={close}>
              Keep organising
            </Button>
          </div>
        </div>
      </Modal>
    </>
  )
}

/** Who declined, where the last thing that happened was a no. */
function latestDecline({ rows, author }: Ecosystem): string | null {
  const [latest] = rows
    .list('handover', 'organisationId', author.organisationId)
    .filter(({ deleted }) => !deleted)
    .sort((left, right) => (left.offeredAt < right.offeredAt ? 1 : -1))
  return latest?.state === 'declined' ? latest.toOrganisationId : null
}
