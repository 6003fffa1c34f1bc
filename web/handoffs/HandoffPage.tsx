import { Button } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { handoffEntryOf } from '../../shared/analysis/handoffs.ts'
import { Comments } from '../comments/Comments.tsx'
import { EcosystemGate } from '../ecosystems/EcosystemGate.tsx'
import { onMap } from '../partners/leftMarks.ts'
import { ButtonLink } from '../shell/links.tsx'
import { Page } from '../shell/Page.tsx'
import { RouteNotFound } from '../shell/RouteNotFound.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { HandoffBoard } from './HandoffBoard.tsx'
import styles from './HandoffPage.module.css'
import { ProposedHandoff } from './ProposedHandoff.tsx'
import { usePrintInLight } from './printInLight.ts'
import { Signatures } from './Signatures.tsx'
import { sayPasses } from './sayPasses.ts'
import { WorkingAgreement } from './WorkingAgreement.tsx'

/** One handoff: both sides, what each says, the working agreement and who confirmed it. */
export function HandoffPage() {
  const { ecosystemId, linkId } = useParams({ from: '/signedIn/ecosystems/$ecosystemId/handoffs/$linkId' })
  return (
    <EcosystemGate ecosystemId={ecosystemId} what="the handoff">
      {(ecosystem) => <ShownHandoff ecosystem={ecosystem} linkId={linkId} />}
    </EcosystemGate>
  )
}

function ShownHandoff({ ecosystem: whole, linkId }: { ecosystem: Ecosystem; linkId: string }) {
  usePrintInLight()
  const { rows, ecosystemId, author } = whole
  const link = rows.get('link', linkId)
  const handoff = link ? handoffEntryOf(link, rows, author.organisationId) : null
  if (!link || !handoff) return <RouteNotFound />
  const ecosystem = onMap(whole, link.mapId)
  return (
    <Page
      title={sayPasses(link)}
      intro={
        <>
          {handoff.from.partyName} hands over to {handoff.to.partyName}, on {handoff.map.name}
        </>
      }
      actions={
        <span className={styles.actions}>
          <ButtonLink
            variant="default"
            to="/ecosystems/$ecosystemId/maps/$mapId"
            params={{ ecosystemId, mapId: link.mapId }}
            search={{ select: link.id, lens: 'seams' }}
          >
            Show on the map
          </ButtonLink>
          <Button variant="default" onClick={() => window.print()}>
            Print
          </Button>
        </span>
      }
    >
      <ProposedHandoff ecosystem={ecosystem} handoff={handoff} />
      <HandoffBoard ecosystem={ecosystem} handoff={handoff} />
      <div className={styles.columns}>
        <WorkingAgreement key={link.id} ecosystem={ecosystem} handoff={handoff} />
        <Signatures ecosystem={ecosystem} handoff={handoff} />
      </div>
      <section className={styles.comments} aria-labelledby="handoff-comments">
        <h2 id="handoff-comments" className={styles.commentsTitle}>
          Comments
        </h2>
        <Comments
          ecosystem={ecosystem}
          mapId={link.mapId}
          target={{ targetKind: 'link', targetId: link.id }}
        />
      </section>
    </Page>
  )
}
