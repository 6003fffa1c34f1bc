import { Button } from '@mantine/core'
import { PanelComments } from '../../comments/PanelComments.tsx'
import { EditedField } from '../../live/EditedField.tsx'
import { SeenBySection } from '../../sharing/SeenBySection.tsx'
import type { JourneyLink } from '../journey/journey.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import { linkKindNames } from '../words.ts'
import { Agreement } from './Agreement.tsx'
import { FormerTerms } from './FormerTerms.tsx'
import { ChoiceField } from './fields/ChoiceField.tsx'
import { MarksSection } from './MarksSection.tsx'
import { NotesSection } from './NotesSection.tsx'
import { OurView } from './OurView.tsx'
import styles from './Panel.module.css'
import { Proposed } from './Proposed.tsx'
import { Section } from './Section.tsx'
import { SharedViews } from './SharedViews.tsx'
import { TermsSection } from './TermsSection.tsx'
import { usePanelNames } from './usePanelNames.ts'

/** A link; between two parties a handoff with its terms, both half-discs, and each side's view. */
export function LinkPanel({ item }: { item: JourneyLink }) {
  const { journey, ecosystem } = useMapView()
  const commands = useCommands()
  const { wholeMap } = usePanelNames()
  const { link, handoff, id } = item
  const title = handoff ? link.passes || 'What passes?' : linkKindNames[link.kind]
  const nameOf = (cardId: string) => journey.cards.get(cardId)?.touchpoint.name ?? 'a touchpoint'
  const target = { targetKind: 'link', targetId: id } as const
  const hasOurView = ecosystem.rows
    .list('perspective', 'targetId', id)
    .some((view) => !view.deleted && view.organisationId === ecosystem.author.organisationId)
  const remove = [{ type: 'link.remove', id } as const]
  const whyNotRemove = commands.whyNot(remove)
  const reason = commands.whyNot([{ type: 'link.change', id, fields: { kind: link.kind } }])
  return (
    <article aria-label={handoff ? 'Handoff' : 'Link'}>
      <p className={styles.over}>
        {nameOf(link.fromTouchpointId)} → {nameOf(link.toTouchpointId)}
      </p>
      <h2 className={styles.title}>{title}</h2>
      {link.state === 'proposed' ? <Proposed kind="link" row={link} name={title} /> : null}
      {handoff ? (
        <>
          <Agreement item={item} handoff={handoff} />
          <TermsSection link={link} />
          <OurView {...target} />
          <SharedViews targetId={id} />
          <NotesSection targetId={id} />
          <MarksSection {...target} />
          <SeenBySection targetId={id} noun="handoff" />
        </>
      ) : (
        <>
          <Section title="Link" eyes={wholeMap} reason={reason}>
            <EditedField row={{ kind: 'link', id }} field="kind" silent={reason !== null}>
              <ChoiceField
                label="Kind"
                value={link.kind}
                names={linkKindNames}
                locked={reason !== null}
                onSave={(kind) =>
                  kind && commands.change([{ type: 'link.change', id, fields: { kind } }], 'Change the link')
                }
              />
            </EditedField>
          </Section>
          <FormerTerms link={link} />
          {hasOurView ? <OurView {...target} /> : null}
          <SeenBySection targetId={id} noun="link" />
        </>
      )}
      <PanelComments {...target} />
      <div className={styles.section}>
        {whyNotRemove ? <p className={styles.reason}>{whyNotRemove}</p> : null}
        <Button
          size="xs"
          variant="outline"
          color="pain"
          disabled={whyNotRemove !== null}
          onClick={() => {
            if (commands.change(remove, handoff ? 'Delete the handoff' : 'Delete the link'))
              commands.openPanel(null)
          }}
        >
          {handoff ? 'Delete the handoff' : 'Delete the link'}
        </Button>
      </div>
    </article>
  )
}
