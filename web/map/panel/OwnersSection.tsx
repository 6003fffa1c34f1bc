import { Button, CloseButton, Select } from '@mantine/core'
import { useState } from 'react'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { Accountability } from '../../../shared/model/ownership.ts'
import type { Ownership, Touchpoint } from '../../../shared/model/rows.ts'
import { EditedField } from '../../live/EditedField.tsx'
import { Monogram } from '../../shell/Monogram.tsx'
import { living } from '../journey/readJourney.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import { accountabilityNames } from '../words.ts'
import styles from './Panel.module.css'
import { Responsibility } from './Responsibility.tsx'
import { Section } from './Section.tsx'
import { TheirResponsibilities } from './TheirResponsibilities.tsx'
import { usePanelNames } from './usePanelNames.ts'

/** Who delivers a touchpoint: organisations through their parties, accountable or contributing. */
export function OwnersSection({ touchpoint }: { touchpoint: Touchpoint }) {
  const { ecosystem, journey } = useMapView()
  const { wholeMap } = usePanelNames()
  const owners = living(ecosystem.rows.list('ownership', 'touchpointId', touchpoint.id))
  const taken = new Set(owners.map(({ partyId }) => partyId))
  const free = new Map(journey.lanes.map(({ party }) => [party.id, party.name]))
  for (const id of taken) free.delete(id)
  return (
    <Section title="Owners" eyes={wholeMap}>
      {owners.length === 0 ? <p className={styles.quiet}>Nobody owns this yet.</p> : null}
      <ul className={styles.list}>
        {owners.map((ownership) => (
          <OwnerRow key={ownership.id} ownership={ownership} />
        ))}
      </ul>
      {free.size > 0 ? (
        <AddOwner touchpoint={touchpoint} parties={free} hasAccountable={owners.some(isAccountable)} />
      ) : null}
    </Section>
  )
}

function OwnerRow({ ownership }: { ownership: Ownership }) {
  const { ecosystem } = useMapView()
  const commands = useCommands()
  const { nameOf } = usePanelNames()
  const { id, accountability, state } = ownership
  const party = ecosystem.rows.get('party', ownership.partyId)
  const isOurs = party?.heldByOrganisationId === ecosystem.author.organisationId
  const name = party?.name ?? 'A party'
  const whyNotChange = commands.whyNot([{ type: 'ownership.change', id, fields: { accountability } }])
  const mayDecide =
    state === 'proposed' && commands.whyNot([{ type: 'ownership.decide', id, accept: true }]) === null
  const mayRemove = commands.whyNot([{ type: 'ownership.remove', id }]) === null
  return (
    <li>
      <div className={styles.row}>
        <Monogram
          name={name}
          relation={isOurs ? 'yours' : 'others'}
          appearance={
            state === 'proposed' ? 'dashed' : accountability === 'accountable' ? 'filled' : 'outlined'
          }
        />
        <span className={styles.rowName}>{name}</span>
        <EditedField row={{ kind: 'ownership', id }} field="accountability" silent={whyNotChange !== null}>
          <Select
            aria-label={`Part of ${name}`}
            size="xs"
            w={126}
            value={accountability}
            readOnly={whyNotChange !== null}
            title={whyNotChange ?? undefined}
            data={Object.entries(accountabilityNames).map(([value, label]) => ({ value, label }))}
            onChange={(value) => {
              const fields = { accountability: value as Accountability }
              if (value) commands.change([{ type: 'ownership.change', id, fields }], `Part of ${name}`)
            }}
          />
        </EditedField>
        {mayRemove ? (
          <CloseButton
            size="sm"
            aria-label={`Take ${name} off the owners`}
            onClick={() => commands.change([{ type: 'ownership.remove', id }], `Take ${name} off`)}
          />
        ) : null}
      </div>
      {state === 'accepted' ? null : (
        <div className={styles.quiet}>
          {state === 'declined'
            ? `${name} declined.`
            : `Proposed by ${nameOf(ownership.addedByOrganisationId)}.`}
          {mayDecide ? (
            <span className={styles.buttons}>
              <Button size="xs" onClick={() => decide(true)}>
                Accept
              </Button>
              <Button size="xs" variant="default" onClick={() => decide(false)}>
                Decline
              </Button>
            </span>
          ) : null}
        </div>
      )}
      {isOurs ? <Responsibility ownership={ownership} /> : null}
      <TheirResponsibilities ownership={ownership} />
    </li>
  )

  function decide(accept: boolean) {
    commands.change(
      [{ type: 'ownership.decide', id, accept }],
      accept ? 'Accept co-owning' : 'Decline co-owning',
    )
  }
}

interface AddOwnerProps {
  touchpoint: Touchpoint
  parties: ReadonlyMap<string, string>
  hasAccountable: boolean
}

/** Offers exactly the parties whose part would be accepted or asked for; where any are missing, it says why. */
function AddOwner({ touchpoint, parties, hasAccountable }: AddOwnerProps) {
  const { readOnly } = useMapView()
  const commands = useCommands()
  const [id, setId] = useState(() => crypto.randomUUID())
  const accountability: Accountability = hasAccountable ? 'contributes' : 'accountable'
  const adding = (partyId: string): ActionInput[] => [
    { type: 'ownership.add', id, touchpointId: touchpoint.id, partyId, accountability },
  ]
  // That the whole map cannot be changed is said once, at the top of the panel.
  if (readOnly) return null
  const asked = [...parties].map(([value, label]) => ({
    value,
    label,
    reason: commands.whyNot(adding(value)),
  }))
  const offered = asked.filter(({ reason }) => reason === null)
  const reason = asked.find((party) => party.reason !== null)?.reason
  return (
    <>
      {offered.length > 0 ? (
        <EditedField row={{ kind: 'touchpoint', id: touchpoint.id }} field="owners">
          <Select
            mt={10}
            size="sm"
            aria-label="Add an owner"
            placeholder="Add an owner"
            value={null}
            data={offered.map(({ value, label }) => ({ value, label }))}
            onChange={(partyId) => {
              if (!partyId) return
              commands.change(adding(partyId), `${parties.get(partyId)} ${accountability}`)
              setId(crypto.randomUUID())
            }}
          />
        </EditedField>
      ) : null}
      {reason ? <p className={styles.quiet}>{reason}</p> : null}
    </>
  )
}

function isAccountable({ accountability, state }: Ownership): boolean {
  return accountability === 'accountable' && state !== 'declined'
}
