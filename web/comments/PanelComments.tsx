import { useEffect, useRef } from 'react'
import type { CommentTarget } from '../../shared/comments/readThreads.ts'
import { rowsPartnerSees } from '../map/journey/partnerRows.ts'
import { useMapView } from '../map/MapContext.tsx'
import { Section } from '../map/panel/Section.tsx'
import { Comments } from './Comments.tsx'

/** The comments of what the panel of a map shows. Viewers write here too. */
export function PanelComments(target: CommentTarget) {
  const { ecosystem, journey, partnerId } = useMapView()
  const { rows, ecosystemId } = ecosystem
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (window.location.hash !== commentsHash) return
    place.current?.scrollIntoView()
    place.current?.querySelector<HTMLElement>('section')?.focus()
  }, [])
  return (
    <div ref={place}>
      <Section title="Comments" eyes="Each thread says who sees it">
        <Comments
          key={target.targetId}
          ecosystem={ecosystem}
          mapId={journey.map.id}
          target={target}
          rows={partnerId ? rowsPartnerSees(rows, partnerId, ecosystemId) : rows}
          locked={partnerId !== null}
        />
      </Section>
    </div>
  )
}

/** Leads to the comments rather than to the top of a panel. */
const commentsHash = '#comments'
