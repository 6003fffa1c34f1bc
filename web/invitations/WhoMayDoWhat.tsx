import { keepsOwnRowsDays } from '../../shared/ecosystems/departures.ts'
import view from './InvitationView.module.css'
import styles from './terms.module.css'

/** What those in charge can do with what one brings, and what is left behind on leaving. */
export function WhoMayDoWhat({ convener }: { convener: string }) {
  const rows = [
    {
      who: `${convener}, who organises this`,
      text: 'hosts it and shapes the maps: shared stages, lanes, who else is invited. Cannot delete a lane that somebody else holds, change or move its cards, read a view that was not shared, or confirm for others. Can end a partner’s part in a map, and hand organising over to a partner who accepts it.',
    },
    {
      who: 'Admins of your organisation',
      text: 'accept invitations, let colleagues in as editors or viewers, and leave again. Editors answer partners and share what they choose.',
    },
    {
      who: 'Whoever runs this installation',
      text: 'keeps the database and its backups. Interlane gives them no screen that shows your view.',
    },
    {
      who: 'If you leave',
      text: `or your part is ended, what you had shared stays, marked as left. Your own views go with you: an admin of yours saves them as a file, before or up to ${keepsOwnRowsDays} days after. The lane is kept by the organiser again, described and not confirmed.`,
    },
  ]
  return (
    <section className={view.section}>
      <h2 className={view.title}>Who can do what, and what stays if you leave</h2>
      <dl className={styles.who}>
        {rows.map(({ who, text }) => (
          <div key={who}>
            <dt>{who}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
