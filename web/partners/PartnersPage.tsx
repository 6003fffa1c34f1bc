import { Button } from '@mantine/core'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { offersTo } from '../../shared/handovers/offers.ts'
import { EcosystemGate } from '../ecosystems/EcosystemGate.tsx'
import { Departures } from '../home/Departures.tsx'
import { WhoMayDoWhat } from '../invitations/WhoMayDoWhat.tsx'
import { Empty } from '../shell/Empty.tsx'
import { ButtonLink } from '../shell/links.tsx'
import { Page } from '../shell/Page.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { AddParty } from './AddParty.tsx'
import { EcosystemWords } from './EcosystemWords.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { invitableMaps } from './invitableMaps.ts'
import { LeaveEcosystem } from './LeaveEcosystem.tsx'
import { Organising } from './Organising.tsx'
import { PartyTable } from './PartyTable.tsx'
import { PendingInvitations } from './PendingInvitations.tsx'
import styles from './partners.module.css'
import { WhoSeesWhat } from './WhoSeesWhat.tsx'

/** Who takes part in the ecosystem, what each holds, who is invited, and what outsiders see. */
export function PartnersPage() {
  const { ecosystemId } = useParams({ from: '/signedIn/ecosystems/$ecosystemId/partners' })
  return (
    <EcosystemGate ecosystemId={ecosystemId} what="the partners">
      {(ecosystem) => <ShownPartners ecosystem={ecosystem} />}
    </EcosystemGate>
  )
}

function ShownPartners({ ecosystem }: { ecosystem: Ecosystem }) {
  const { ecosystemId, rows, organisations } = ecosystem
  const { invite, map } = useSearch({ from: '/signedIn/ecosystems/$ecosystemId/partners' })
  const navigate = useNavigate({ from: '/ecosystems/$ecosystemId/partners' })
  const row = rows.get('ecosystem', ecosystemId)
  const convener = organisations.get(row?.convenerOrganisationId ?? '') ?? 'another organisation'
  const invites = invitableMaps(ecosystem).length > 0
  // What waits for an answer comes first.
  const isOffered = offersTo(ecosystem.author.organisationId, rows).length > 0
  return (
    <Page
      title="Partners"
      intro={
        <>
          {row?.name}, organised by {convener}. {row?.goal}
        </>
      }
      actions={
        <>
          {ecosystem.undoable ? (
            <Button variant="subtle" onClick={() => void ecosystem.undo()}>
              Undo: {ecosystem.undoable}
            </Button>
          ) : null}
          {invites ? (
            <>
              <AddParty ecosystem={ecosystem} />
              <ButtonLink
                to="/ecosystems/$ecosystemId/partners"
                params={{ ecosystemId }}
                search={{ invite: 'choose' }}
              >
                Invite a partner
              </ButtonLink>
            </>
          ) : null}
        </>
      }
    >
      <Departures of={ecosystemId} />
      {isOffered ? (
        <div className={styles.offered}>
          <Organising ecosystem={ecosystem} />
        </div>
      ) : null}
      {rows.all('party').length > 0 ? (
        <PartyTable ecosystem={ecosystem} />
      ) : (
        <Empty
          title="No partners yet"
          action={
            <ButtonLink to="/ecosystems/$ecosystemId/new-map" params={{ ecosystemId }}>
              Make the first map
            </ButtonLink>
          }
        >
          Partners come with a map: give each of them a lane as you see it, then invite them to hold it.
        </Empty>
      )}
      {invites ? <PendingInvitations ecosystem={ecosystem} /> : null}
      <EcosystemWords ecosystem={ecosystem} />
      <WhoSeesWhat ecosystem={ecosystem} />
      <WhoMayDoWhat convener={convener} />
      {isOffered ? null : <Organising ecosystem={ecosystem} />}
      <LeaveEcosystem ecosystem={ecosystem} />
      <InviteDialog
        key={`${invite} ${map}`}
        ecosystem={ecosystem}
        isOpen={invite !== undefined && invites}
        partyId={invite}
        mapId={map}
        onClose={() => void navigate({ search: {}, replace: true })}
      />
    </Page>
  )
}
