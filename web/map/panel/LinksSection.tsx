import { CloseButton } from '@mantine/core'
import { SeamMark } from '../../seam/SeamMark.tsx'
import type { JourneyLink } from '../journey/journey.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import styles from './Panel.module.css'
import { Section } from './Section.tsx'
import { usePanelNames } from './usePanelNames.ts'

/** Where it comes from and leads to. */
export function LinksSection({ cardId }: { cardId: string }) {
  const { journey } = useMapView()
  const { wholeMap } = usePanelNames()
  const links = [...journey.links.values()].filter(
    ({ link }) => link.fromTouchpointId === cardId || link.toTouchpointId === cardId,
  )
  return (
    <Section title="Links" eyes={wholeMap}>
      {links.length === 0 ? (
        <p className={styles.quiet}>Drag from the edge of the card to another, or press H on the canvas.</p>
      ) : null}
      <ul className={styles.list}>
        {links.map((item) => (
          <LinkRow key={item.id} item={item} cardId={cardId} />
        ))}
      </ul>
    </Section>
  )
}

function LinkRow({ item, cardId }: { item: JourneyLink; cardId: string }) {
  const { journey } = useMapView()
  const commands = useCommands()
  const { fromTouchpointId, toTouchpointId, kind, passes } = item.link
  const isOut = fromTouchpointId === cardId
  const other =
    journey.cards.get(isOut ? toTouchpointId : fromTouchpointId)?.touchpoint.name ?? 'a touchpoint'
  const verb = item.handoff ? 'hands over' : kind === 'loopBack' ? 'loops back' : 'leads'
  const words = isOut ? `${verb} to ${other}` : `${verb} here from ${other}`
  const remove = [{ type: 'link.remove', id: item.id } as const]
  return (
    <li className={styles.row}>
      {item.giving ? <SeamMark giving={item.giving} taking={item.taking} radius={7} decorative /> : null}
      <button
        type="button"
        className={styles.jump}
        onClick={() => {
          commands.focus(item.id)
          commands.openPanel(item.id)
        }}
      >
        {words}
        {passes ? `: ${passes}` : ''}
      </button>
      {commands.whyNot(remove) === null ? (
        <CloseButton
          size="sm"
          aria-label={`Delete the link: ${words}`}
          onClick={() => commands.change(remove, 'Delete the link')}
        />
      ) : null}
    </li>
  )
}
