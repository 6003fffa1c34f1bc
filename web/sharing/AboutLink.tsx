import type { ReactNode } from 'react'
import type { SharedObject } from '../../shared/analysis/sharedOutside.ts'
import { TextLink } from '../shell/links.tsx'

interface AboutLinkProps {
  ecosystemId: string
  object: SharedObject
  className?: string | undefined
  children: ReactNode
}

/** The way to where a piece of ours stands: its handoff, its round, the partners, or its place on the map. */
export function AboutLink({ ecosystemId, object, children, ...rest }: AboutLinkProps) {
  const { mapId, kind, row, aboutId } = object
  if (kind === 'confirmation') {
    const params = { ecosystemId, linkId: aboutId }
    return (
      <TextLink {...rest} to="/ecosystems/$ecosystemId/handoffs/$linkId" params={params}>
        {children}
      </TextLink>
    )
  }
  const roundId = 'roundId' in row ? row.roundId : kind === 'round' ? row.id : null
  if (roundId) {
    const params = { ecosystemId, roundId }
    return (
      <TextLink {...rest} to="/ecosystems/$ecosystemId/rounds/$roundId" params={params}>
        {children}
      </TextLink>
    )
  }
  if (mapId === null || kind === 'participant') {
    return (
      <TextLink {...rest} to="/ecosystems/$ecosystemId/partners" params={{ ecosystemId }}>
        {children}
      </TextLink>
    )
  }
  const search = onMap.has(kind) ? {} : { select: aboutId }
  return (
    <TextLink
      {...rest}
      to="/ecosystems/$ecosystemId/maps/$mapId"
      params={{ ecosystemId, mapId }}
      search={search}
    >
      {children}
    </TextLink>
  )
}

/** What has no place of its own to be chosen there. */
const onMap: ReadonlySet<SharedObject['kind']> = new Set(['map', 'session', 'sticky'])
