import { IconBell, IconEyeOff, IconLock, IconMessage2, IconTarget, IconUserOff } from '@tabler/icons-react'
import { isDefined } from '../../../shared/model/touchpoint.ts'
import { Face } from '../../live/Face.tsx'
import { Monogram } from '../../shell/Monogram.tsx'
import type { CardOwner, JourneyCard } from '../journey/journey.ts'
import type { Lens } from '../lens.ts'
import styles from './CardNode.module.css'
import { sayThreads } from './cardWords.ts'
import { channelIcons, kindIcons } from './icons.tsx'
import { delivers, insideWords, ownerWords } from './ownerWords.ts'

const mostPlates = 4

/** The lower line of a card: how it happens, whose private view is on it, who delivers it. */
export function CardFoot({ card, lens }: { card: JourneyCard; lens: Lens }) {
  const { channel, kind, customerSees } = card.touchpoint
  const Channel = channel ? channelIcons[channel] : null
  const Kind = kindIcons[kind]
  const isPlain = card.detail === 'plain'
  if (lens === 'owners') return <OwnerNames owners={card.owners} />
  const delivering = card.owners.filter(delivers)
  const informed = card.owners.filter((owner) => !delivers(owner))
  return (
    <span className={styles.foot}>
      {Kind ? <Kind size={13} stroke={2} aria-hidden="true" /> : null}
      {Channel && !isPlain ? <Channel size={13} stroke={1.75} aria-hidden="true" /> : null}
      {isDefined(card.touchpoint) && !isPlain ? (
        <IconTarget size={13} stroke={2} title="Experience defined" aria-hidden="true" />
      ) : null}
      {customerSees || isPlain ? null : <IconEyeOff size={13} stroke={2} data-unseen aria-hidden="true" />}
      {lens === 'heat' && kind === 'decision' ? <DecisionFeeling card={card} /> : null}
      {card.touchpoint.state === 'proposed' ? <span className={styles.proposed}>proposed</span> : null}
      <span className={styles.owners} title={card.owners.map(ownerWords).join('; ') || undefined}>
        {card.openThreads > 0 ? (
          <span className={styles.threads} title={sayThreads(card.openThreads)}>
            <IconMessage2 size={13} stroke={2} aria-hidden="true" />
            {card.openThreads}
          </span>
        ) : null}
        {card.hasPrivateView ? <IconLock size={13} stroke={2} aria-hidden="true" /> : null}
        <AnsweringDisc owners={card.owners} />
        {delivering.slice(0, mostPlates).map((owner) => (
          <Monogram
            key={owner.ownership.id}
            name={owner.name}
            relation={owner.relation}
            size={16}
            appearance={appearanceOf(owner)}
          />
        ))}
        {delivering.length > mostPlates ? (
          <span className={styles.more}>+{delivering.length - mostPlates}</span>
        ) : null}
        {informed.length > 0 ? (
          <IconBell size={12} stroke={2} data-informed={informed.length} aria-hidden="true" />
        ) : null}
      </span>
    </span>
  )
}

/** One face on the card: who of ours answers for it, else who answers for the first owner that lets us know. */
function AnsweringDisc({ owners }: { owners: CardOwner[] }) {
  const named = owners.filter(({ answering }) => answering)
  const owner = named.find(({ relation }) => relation === 'yours') ?? named[0]
  if (!owner?.answering) return null
  const { relation, answering } = owner
  if (!answering.name) return <IconUserOff size={15} stroke={2} data-unanswered aria-hidden="true" />
  return <Face other={{ name: answering.name, relation }} size={17} />
}

function appearanceOf({ ownership: { accountability, state } }: CardOwner): 'filled' | 'outlined' | 'dashed' {
  if (state === 'proposed') return 'dashed'
  return accountability === 'accountable' ? 'filled' : 'outlined'
}

/** In what mood one decides, as far as anybody one may read says it. */
function DecisionFeeling({ card: { feelings } }: { card: JourneyCard }) {
  const felt = feelings.find((one) => one.felt !== null)?.felt
  if (!felt) return null
  return (
    <span className={styles.proposed} title={feelings.map(({ words }) => words).join('; ')}>
      {felt}
    </span>
  )
}

/** The Owners lens leaves nobody out: who delivers, who is asked to, who is kept informed. */
function OwnerNames({ owners }: { owners: CardOwner[] }) {
  const nameOf = (owner: CardOwner) => {
    const name = owner.ownership.state === 'proposed' ? `${owner.name}?` : owner.name
    return [name, insideWords(owner)].filter(Boolean).join(', ')
  }
  const delivering = owners.filter(delivers).map(nameOf).join(' + ')
  const informed = owners
    .filter((owner) => !delivers(owner))
    .map(nameOf)
    .join(', ')
  const words = [delivering || 'nobody yet', informed && `informs ${informed}`].filter(Boolean).join('; ')
  return (
    <span className={styles.ownerNames} title={owners.map(ownerWords).join('; ') || undefined}>
      {words}
    </span>
  )
}
