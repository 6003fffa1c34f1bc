import { Button, Modal, Select } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './dialog.module.css'
import partners from './partners.module.css'

/** For admins of the organiser: another organisation organises from now on. */
export function HandOver({ ecosystem }: { ecosystem: Ecosystem }) {
  const { rows, organisations, author, ecosystemId } = ecosystem
  const [isOpen, { open, close }] = useDisclosure(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const isOrganiser = rows.get('ecosystem', ecosystemId)?.convenerOrganisationId === author.organisationId
  if (!isOrganiser || author.role !== 'admin') return null
  const active = rows.all('participant').filter((row) => row.state === 'active')
  const others = [...new Set(active.map((row) => row.organisationId))].filter(
    (id) => id !== author.organisationId,
  )
  const newMaps = rows
    .all('map')
    .filter((map) => !active.some((row) => row.mapId === map.id && row.organisationId === chosen))
  const name = organisations.get(chosen ?? '') ?? 'It'
  const handOver = async () => {
    if (!chosen) return
    await ecosystem.change(handingOver(ecosystem, chosen), `Hand over to ${name}`)
    close()
  }
  return (
    <section className={partners.section}>
      <h2 className={partners.title}>Organising</h2>
      <p className={partners.text}>
        {others.length > 0
          ? 'Your organisation organises this ecosystem. It can hand that over to a partner, and leave afterwards.'
          : 'Your organisation organises this ecosystem. It can hand that over once a partner takes part.'}
      </p>
      <Button variant="default" disabled={others.length === 0} onClick={open}>
        Hand over …
      </Button>
      <Modal opened={isOpen} onClose={close} title="Hand over organising">
        <div className={styles.form}>
          <Select
            label="To"
            placeholder="Choose a partner"
            data={others.map((id) => ({ value: id, label: organisations.get(id) ?? 'A partner' }))}
            value={chosen}
            onChange={setChosen}
          />
          {chosen ? (
            <ul className={styles.points}>
              <li>
                {name} shapes the maps, invites and ends parts from then on. Your organisation no longer does.
              </li>
              {newMaps.length > 0 ? (
                <li>
                  It comes to see {newMaps.map((map) => map.name).join(', ')}, with what partners shared
                  there. They are told at that moment.
                </li>
              ) : null}
              <li>The parties nobody holds are kept by {name}. What your organisation holds stays yours.</li>
              <li>Your own views stay your own. Only {name} can hand it back.</li>
            </ul>
          ) : null}
          <div className={styles.buttons}>
            <Button disabled={!chosen} onClick={() => void handOver()}>
              Hand over
            </Button>
            <Button variant="default" onClick={close}>
              Keep organising
            </Button>
          </div>
        </div>
      </Modal>
    </section>
  )
}

/** The one edit: parties without lanes are entrusted by name, as only the organiser sees them. */
function handingOver({ rows, author }: Ecosystem, organisationId: string): ActionInput[] {
  const kept = rows
    .all('party')
    .filter(
      (party) => party.stewardOrganisationId === author.organisationId && party.heldByOrganisationId === null,
    )
  const places = rows
    .all('map')
    .filter(
      (map) =>
        !rows.list('participant', 'mapId', map.id).some((row) => row.organisationId === organisationId),
    )
  return [
    ...kept.map(({ id }): ActionInput => ({ type: 'party.entrust', id, organisationId })),
    {
      type: 'ecosystem.handOver',
      organisationId,
      places: places.map(({ id: mapId }) => ({ id: crypto.randomUUID(), mapId })),
    },
  ]
}
