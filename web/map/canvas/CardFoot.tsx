import { IconLock } from '@tabler/icons-react'
import { Monogram } from '../../shell/Monogram.tsx'
import type { JourneyCard } from '../journey/journey.ts'
import type { Lens } from '../lens.ts'
import styles from './CardNode.module.css'
import { channelIcons, kindIcons } from './icons.tsx'

/** The lower line of a card: how it happens, whose private view is on it, who delivers it. */
export function CardFoot({ card, lens }: { card: JourneyCard; lens: Lens }) {
  const { channel, kind } = card.touchpoint
  const Channel = channel ? channelIcons[channel] : null
  const Kind = kindIcons[kind]
  if (lens === 'owners') {
    const names = card.owners.map(({ name }) => name).join(' + ')
    return <span className={styles.ownerNames}>{names || 'nobody yet'}</span>
  }
  return (
    <span className={styles.foot}>
      {Kind ? <Kind size={13} stroke={2} aria-hidden="true" /> : null}
      {Channel ? <Channel size={13} stroke={1.75} aria-hidden="true" /> : null}
      {card.touchpoint.state === 'proposed' ? <span className={styles.proposed}>proposed</span> : null}
      <span className={styles.owners}>
        {card.hasPrivateView ? <IconLock size={13} stroke={2} aria-hidden="true" /> : null}
        {card.owners.slice(0, 4).map(({ ownership, name, relation }) => (
          <Monogram
            key={ownership.id}
            name={name}
            relation={relation}
            size={16}
            appearance={ownership.accountability === 'accountable' ? 'filled' : 'outlined'}
          />
        ))}
        {card.owners.length > 4 ? <span className={styles.more}>+{card.owners.length - 4}</span> : null}
      </span>
    </span>
  )
}
