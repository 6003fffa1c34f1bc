import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import {
  type InvitedOrganisationAnswer,
  inviteOrganisationRequest,
} from '../../shared/invitations/invitations.ts'
import { FormFailure } from '../accounts/FormFailure.tsx'
import { useRequestForm } from '../accounts/requestForm.ts'
import { ApiFailure, api } from '../api/client.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { canBeHeld } from './canBeHeld.ts'
import styles from './dialog.module.css'
import { invitableMaps } from './invitableMaps.ts'
import { hasLaneOn, lanesToHold } from './lanesToHold.ts'
import { invitationsKey } from './pendingInvitationsQuery.ts'
import { WhatTheyWillSee } from './WhatTheyWillSee.tsx'

interface InviteFormProps {
  ecosystem: Ecosystem
  partyId: string | undefined
  mapId: string | undefined
  onInvited(invited: InvitedOrganisationAnswer): void
}

export function InviteForm({ ecosystem, partyId, mapId, onInvited }: InviteFormProps) {
  const { rows, ecosystemId } = ecosystem
  const queries = useQueryClient()
  const maps = invitableMaps(ecosystem)
  const free = rows.all('party').filter((party) => canBeHeld(party, rows))
  const first = free.find(({ id }) => id === partyId)?.id ?? ''
  const { form, submit, failure, isSending } = useRequestForm({
    schema: inviteOrganisationRequest,
    initial: { email: '', partyId: first, mapIds: mapsFor(first), message: '' },
    send: async (values) => {
      if (!hasLaneOn(values.partyId, values.mapIds, rows)) await addLanes(values)
      const place = `/api/ecosystems/${ecosystemId}/invitations`
      onInvited(await api.post<InvitedOrganisationAnswer>(place, values))
      await queries.invalidateQueries({ queryKey: invitationsKey(ecosystemId) })
    },
  })
  const { partyId: chosen, mapIds } = form.values

  /** Where the party has a lane, and where one comes from; else everywhere there is only one choice. */
  function mapsFor(party: string): string[] {
    const withLane = maps.filter(({ id }) => hasLaneOn(party, [id], rows))
    const likely = withLane.length > 0 ? withLane : maps.length === 1 ? maps : []
    return [...new Set([...likely.map(({ id }) => id), ...(mapId ? [mapId] : [])])]
  }

  async function addLanes({ partyId, mapIds }: { partyId: string; mapIds: string[] }) {
    const answer = await ecosystem.change(lanesToHold(partyId, mapIds, rows), `Lane of ${nameOf(partyId)}`)
    if (!answer.accepted) throw new ApiFailure(409, answer.error.code, answer.error.message)
  }

  function nameOf(id: string): string {
    return rows.get('party', id)?.name ?? 'They'
  }

  if (free.length === 0) {
    return (
      <p className={styles.quiet}>
        Every party that an organisation can hold is held by one. Add a party to the chain first, then invite
        somebody to hold it.
      </p>
    )
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Select
        label="To hold"
        placeholder="Choose a party"
        data={free.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('partyId')}
        onChange={(party) => {
          form.setValues({ partyId: party ?? '', mapIds: mapsFor(party ?? '') })
          form.clearFieldError('partyId')
        }}
      />
      <TextInput
        label="E-mail of the person you invite"
        description="An admin of the organisation accepts; others can pass it to one."
        type="email"
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('email')}
      />
      <Checkbox.Group label="On these maps" {...form.getInputProps('mapIds')}>
        <div className={styles.checks}>
          {maps.map(({ id, name }) => (
            <Checkbox key={id} value={id} label={name} />
          ))}
        </div>
      </Checkbox.Group>
      <Textarea
        label="Why you ask them"
        description="They read it first. You can leave it out."
        autosize
        minRows={2}
        {...form.getInputProps('message')}
      />
      {chosen && mapIds.length > 0 && !hasLaneOn(chosen, mapIds, rows) ? (
        <p className={styles.quiet}>
          {nameOf(chosen)} has no lane {mapIds.length === 1 ? 'on this map' : 'on these maps'} yet. With the
          invitation it gets an empty one{mapIds.length === 1 ? '' : ' on each'}, for them to hold and to
          fill.
        </p>
      ) : null}
      {chosen ? <WhatTheyWillSee ecosystem={ecosystem} partyId={chosen} mapIds={mapIds} /> : null}
      <FormFailure message={failure} />
      <div>
        <Button type="submit" loading={isSending}>
          Invite
        </Button>
      </div>
    </form>
  )
}
