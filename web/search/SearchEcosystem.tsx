import {
  IconArrowsExchange,
  IconBuilding,
  IconColumns,
  IconFile,
  IconLayoutRows,
  IconMap2,
  IconRectangle,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useEcosystem } from '../sync/useEcosystem.ts'
import { Finder, type Found } from './Finder.tsx'
import { type Findable, findableIn } from './findable.ts'
import { ecosystemPages, ownPages } from './pages.ts'

const icons = {
  map: IconMap2,
  lane: IconLayoutRows,
  stage: IconColumns,
  touchpoint: IconRectangle,
  handoff: IconArrowsExchange,
  partners: IconBuilding,
}

/** Everything of the ecosystem one is in, and its pages. */
export function SearchEcosystem({ ecosystemId }: { ecosystemId: string }) {
  const ecosystem = useEcosystem(ecosystemId)
  const navigate = useNavigate()
  const find = useCallback((): Found[] => {
    const pages = [
      ...ecosystemPages.map(({ label, to }) => ({
        ...{ id: to, label, place: 'Page', icon: IconFile },
        go: () => void navigate({ to, params: { ecosystemId } }),
      })),
      ...ownPages.map(({ label, to }) => ({
        ...{ id: to, label, place: 'Page', icon: IconFile },
        go: () => void navigate({ to }),
      })),
    ]
    if (ecosystem?.status !== 'ready') return pages
    const { rows, author, organisations } = ecosystem
    const found = findableIn(rows, author.organisationId, organisations).map((one) => ({
      ...{ id: one.id, label: one.label, place: one.place, icon: icons[one.kind] },
      go: () => void navigate(placeOf(ecosystemId, one)),
    }))
    const maps = found.filter(({ icon }) => icon === icons.map)
    return [...maps, ...pages, ...found.filter(({ icon }) => icon !== icons.map)]
  }, [ecosystem, ecosystemId, navigate])
  return <Finder find={find} what="a map, page, lane, stage, touchpoint, handoff or partner" />
}

function placeOf(ecosystemId: string, { kind, mapId, rowId }: Findable) {
  if (kind === 'handoff') {
    const params = { ecosystemId, linkId: rowId }
    return { to: '/ecosystems/$ecosystemId/handoffs/$linkId', params } as const
  }
  if (kind === 'partners')
    return { to: '/ecosystems/$ecosystemId/partners', params: { ecosystemId } } as const
  const params = { ecosystemId, mapId }
  const search = kind === 'map' ? {} : { select: rowId }
  return { to: '/ecosystems/$ecosystemId/maps/$mapId', params, search } as const
}
