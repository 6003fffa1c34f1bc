import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { InvitedOrganisationAnswer } from '../../shared/invitations/invitations.ts'
import { Delivered } from '../accounts/Delivered.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { InviteForm } from './InviteForm.tsx'

interface InviteDialogProps {
  ecosystem: Ecosystem
  isOpen: boolean
  /** Whom to invite, where that is known already. */
  partyId: string | undefined
  /** The map on which the need arose. */
  mapId: string | undefined
  onClose(): void
}

/** Inviting an organisation to hold a party on chosen maps. */
export function InviteDialog({ ecosystem, isOpen, partyId, mapId, onClose }: InviteDialogProps) {
  const [invited, setInvited] = useState<InvitedOrganisationAnswer>()
  return (
    <Modal opened={isOpen} onClose={onClose} size={640} title={invited ? 'Invited' : 'Invite a partner'}>
      {invited ? (
        <Delivered delivery={invited.delivery} to={invited.invitation.email} />
      ) : (
        <InviteForm ecosystem={ecosystem} partyId={partyId} mapId={mapId} onInvited={setInvited} />
      )}
    </Modal>
  )
}
