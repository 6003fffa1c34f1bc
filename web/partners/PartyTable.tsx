import { Switch } from '@mantine/core'
import type { Party } from '../../shared/model/rows.ts'
import { TalkDialog } from '../comments/TalkDialog.tsx'
import { ButtonLink } from '../shell/links.tsx'
import { Monogram } from '../shell/Monogram.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { ChangeParty } from './ChangeParty.tsx'
import { canBeHeld } from './canBeHeld.ts'
import { EndPart } from './EndPart.tsx'
import { invitableMaps } from './invitableMaps.ts'
import { OwnName } from './OwnName.tsx'
import styles from './partners.module.css'
import { type PartyPlace, type PartyStanding, partyStandings } from './partyPlaces.ts'
import { sayRole } from './roleInChain.ts'

/** Parties down, maps across: who holds which lane, and how far it is confirmed. */
export function PartyTable({ ecosystem }: { ecosystem: Ecosystem }) {
  const standings = partyStandings(ecosystem.rows)
  const maps = standings[0]?.places.map(({ map }) => map) ?? []
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className={styles.frame} tabIndex={0} aria-label="Parties and what each holds">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Party</th>
            <th scope="col">Held by</th>
            {maps.map((map) => (
              <th key={map.id} scope="col">
                {map.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {standings.map((standing) => (
            <PartyRow key={standing.party.id} ecosystem={ecosystem} standing={standing} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function PartyRow({ ecosystem, standing }: { ecosystem: Ecosystem; standing: PartyStanding }) {
  const { party, places } = standing
  const isOurs = party.heldByOrganisationId === ecosystem.author.organisationId
  const relation = isOurs ? 'yours' : 'others'
  return (
    <tr>
      <th scope="row" data-relation={relation}>
        <span className={styles.party}>
          <Monogram
            name={party.name}
            relation={relation}
            appearance={party.heldByOrganisationId ? 'filled' : 'outlined'}
            size={28}
          />
          <span>
            {party.name}
            <span className={styles.role}>{sayRole(party)}</span>
            <ChangeParty ecosystem={ecosystem} party={party} />
            <TalkDialog
              ecosystem={ecosystem}
              what={party.name}
              mapIds={places.filter(({ lanes }) => lanes > 0).map(({ map }) => map.id)}
              kind="party"
              row={party}
            />
          </span>
        </span>
      </th>
      <td data-label="Held by">
        <Holder ecosystem={ecosystem} party={party} />
      </td>
      {places.map((place) => (
        <td key={place.map.id} data-label={place.map.name}>
          <Place place={place} isHeld={party.heldByOrganisationId !== null} />
        </td>
      ))}
    </tr>
  )
}

function Holder({ ecosystem, party }: { ecosystem: Ecosystem; party: Party }) {
  const { organisations, ecosystemId, author, rows } = ecosystem
  const holder = party.heldByOrganisationId
  if (holder) {
    return (
      <>
        {organisations.get(holder) ?? 'Another organisation'}
        {holder === author.organisationId ? (
          <>
            {' (you)'}
            <OwnName ecosystem={ecosystem} party={party} />
          </>
        ) : (
          <>
            <MayInvite ecosystem={ecosystem} organisationId={holder} />
            <EndPart ecosystem={ecosystem} organisationId={holder} />
          </>
        )}
      </>
    )
  }
  const keeper = organisations.get(party.stewardOrganisationId) ?? 'the organiser'
  const isInvitable = invitableMaps(ecosystem).length > 0 && canBeHeld(party, rows)
  const hasLane = rows.list('lane', 'partyId', party.id).some((lane) => !lane.deleted)
  return (
    <>
      Nobody yet
      <span className={styles.role}>
        {hasLane ? `described by ${keeper}, not yet confirmed` : `kept by ${keeper}`}
      </span>
      {isInvitable ? (
        <ButtonLink
          size="xs"
          variant="default"
          mt={6}
          to="/ecosystems/$ecosystemId/partners"
          params={{ ecosystemId }}
          search={{ invite: party.id }}
          aria-label={`Invite ${party.name}`}
        >
          Invite
        </ButtonLink>
      ) : null}
    </>
  )
}

/** Inviting further is a right the convener grants, for every map the partner is on. */
function MayInvite({ ecosystem, organisationId }: { ecosystem: Ecosystem; organisationId: string }) {
  const { rows, organisations, author, ecosystemId } = ecosystem
  const places = rows
    .list('participant', 'organisationId', organisationId)
    .filter((row) => !row.deleted && row.state === 'active')
  const isConvener = rows.get('ecosystem', ecosystemId)?.convenerOrganisationId === author.organisationId
  const invites = places.some((place) => place.mayInvite)
  if (!isConvener || places.length === 0) {
    return invites ? <span className={styles.role}>may invite others</span> : null
  }
  const grant = (mayInvite: boolean) =>
    places.map(({ id }) => ({ type: 'participant.grant' as const, id, mayInvite }))
  return (
    <Switch
      size="xs"
      mt={6}
      label="May invite others"
      aria-label={`${organisations.get(organisationId)} may invite others`}
      checked={invites}
      disabled={ecosystem.check(grant(!invites)) !== null}
      onChange={(event) => {
        const { checked } = event.currentTarget
        void ecosystem.change(grant(checked), checked ? 'Let a partner invite' : 'Stop a partner inviting')
      }}
    />
  )
}

function Place({ place, isHeld }: { place: PartyPlace; isHeld: boolean }) {
  if (place.lanes === 0) return <span className={styles.none}>no lane</span>
  const cards = `${place.cards} ${place.cards === 1 ? 'card' : 'cards'}`
  const note = noteOn(place, isHeld)
  return (
    <>
      <span className={styles.place} data-described={note !== '' || !isHeld || undefined}>
        {cards}
      </span>
      {note ? <span className={styles.role}>{note}</span> : null}
    </>
  )
}

function noteOn({ participation, described }: PartyPlace, isHeld: boolean): string {
  if (participation === 'left') return 'left this map'
  if (!isHeld) return ''
  if (participation === null) return 'not on this map'
  return described > 0 ? `${described} not yet confirmed` : ''
}
