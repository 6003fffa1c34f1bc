import { IconEye, IconLock } from '@tabler/icons-react'
import type { ShownInvitationAnswer } from '../../shared/invitations/invitations.ts'
import view from './InvitationView.module.css'
import { sayShared } from './sayShared.ts'
import styles from './terms.module.css'

interface Side {
  title: string
  sees: string[]
  hidden: string[]
}

/** Before accepting: what lies open on both sides, and what stays closed. */
export function WhatEachSees({ host, shared }: { host: string; shared: ShownInvitationAnswer['shared'] }) {
  const sides: Side[] = [
    {
      title: 'You will see',
      sees: [
        'Every lane, card and handoff of the maps above',
        `What the others have shared with these maps, and what they confirm. ${sayShared(shared)}`,
        'Who takes part in these maps',
      ],
      hidden: ['Other maps, and the others’ own views: scores and notes they keep to themselves'],
    },
    {
      title: `${host} and the others will see`,
      sees: [
        'That your organisation holds this lane',
        'Cards, handoffs and stickies you put on these maps, and what you share with everyone there',
        'Your Confirm under a working agreement (which is not a contract)',
      ],
      hidden: [
        'Your view and your marks: scores, waiting times, notes, pain points. Only your organisation sees them until it shares one',
        'Which of your departments and people answer for a card',
      ],
    },
  ]
  return (
    <section className={view.section}>
      <h2 className={view.title}>What each side will see</h2>
      <div className={styles.sides}>
        {sides.map((side) => (
          <div key={side.title} className={styles.side}>
            <h3 className={styles.sideTitle}>{side.title}</h3>
            <ul className={styles.points}>
              {side.sees.map((point) => (
                <li key={point}>
                  <IconEye size={18} role="img" aria-label="Open:" />
                  <span>{point}</span>
                </li>
              ))}
              {side.hidden.map((point) => (
                <li key={point} data-hidden>
                  <IconLock size={18} role="img" aria-label="Closed:" />
                  <span>{point}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}
