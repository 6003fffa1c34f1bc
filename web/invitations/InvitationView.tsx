import type { ReactNode } from 'react'
import type { ShownInvitationAnswer } from '../../shared/invitations/invitations.ts'
import { sayMoment } from '../accounts/moments.ts'
import { sayRole } from '../partners/roleInChain.ts'
import { Monogram } from '../shell/Monogram.tsx'
import { Page } from '../shell/Page.tsx'
import styles from './InvitationView.module.css'
import { LanePreview } from './LanePreview.tsx'
import { WhatEachSees } from './WhatEachSees.tsx'
import { WhoMayDoWhat } from './WhoMayDoWhat.tsx'

interface InvitationViewProps {
  invitation: ShownInvitationAnswer
  /** How one accepts, and how one passes it on. */
  children: ReactNode
}

/** Everything one should know before accepting; reading it changes nothing. */
export function InvitationView({ invitation, children }: InvitationViewProps) {
  const { party, ecosystem, maps, invitedBy, invitingOrganisation, message } = invitation
  const cards = maps.reduce((sum, map) => sum + map.cards.length, 0)
  return (
    <Page title={`${invitingOrganisation} keeps a lane for ${party.name}`}>
      <div className={styles.columns}>
        <div>
          <section className={styles.host}>
            <p className={styles.lead}>
              <strong>{invitedBy}</strong> of <strong>{invitingOrganisation}</strong> invites you to{' '}
              <strong>{ecosystem.name}</strong>, organised by {ecosystem.convener}. {ecosystem.goal}
            </p>
            {message ? (
              <blockquote className={styles.message}>
                <p>{message}</p>
                <footer>{invitedBy}</footer>
              </blockquote>
            ) : null}
          </section>
          <section className={styles.section}>
            <h2 className={styles.title}>Your lane, as others see it today</h2>
            <p className={styles.text}>
              {cards > 0
                ? `Described by others, not yet confirmed. After accepting you say of each of the ${cards === 1 ? 'card' : `${cards} cards`}: right, correct, or not ours. Then the lane turns solid.`
                : 'Nobody has described it yet. After accepting it is yours to draw.'}
            </p>
            {maps.map((map) => (
              <div key={map.name} className={styles.map}>
                <h3 className={styles.mapName}>{map.name}</h3>
                {map.objective ? <p className={styles.text}>{map.objective}</p> : null}
                <LanePreview party={party.name} cards={map.cards} />
              </div>
            ))}
          </section>
          <section className={styles.section}>
            <h2 className={styles.title}>Who is there</h2>
            <ul className={styles.who}>
              {invitation.participants.map((name) => (
                <li key={name}>
                  <Monogram name={name} relation="others" size={32} />
                  <span>
                    <strong>{name}</strong>
                    {name === ecosystem.convener ? <span className={styles.quiet}>organises it</span> : null}
                  </span>
                </li>
              ))}
              <li>
                <Monogram name={party.name} relation="yours" appearance="outlined" size={32} />
                <span>
                  <strong>{party.name}</strong>
                  <span className={styles.quiet}>
                    {sayRole({ kind: party.kind, tier: null })}, your place
                  </span>
                </span>
              </li>
            </ul>
          </section>
          <WhatEachSees host={ecosystem.convener} shared={invitation.shared} />
          <WhoMayDoWhat convener={ecosystem.convener} />
        </div>
        <aside className={styles.aside} aria-label="Accept or pass on">
          {children}
          <p className={styles.expires}>
            For {invitation.email}, open until {sayMoment(invitation.expiresAt)}.
          </p>
        </aside>
      </div>
    </Page>
  )
}
