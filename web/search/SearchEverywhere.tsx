import { IconFile, IconMap2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useActingMembership } from '../accounts/account.ts'
import { ecosystemsQuery } from '../ecosystems/ecosystemsQuery.ts'
import { Finder, type Found } from './Finder.tsx'
import { ecosystemPages, ownPages } from './pages.ts'

/** Outside of ecosystems: the maps and pages of all of one's own, by name. */
export function SearchEverywhere() {
  const organisationId = useActingMembership()?.organisation.id
  const [isAsked, setAsked] = useState(false)
  const { data: ecosystems } = useQuery({
    ...ecosystemsQuery(organisationId ?? ''),
    enabled: organisationId !== undefined && isAsked,
  })
  const navigate = useNavigate()
  const find = useCallback((): Found[] => {
    const all = ecosystems ?? []
    return [
      ...all.flatMap(({ id: ecosystemId, name, maps }) =>
        maps.map((map) => ({
          ...{ id: map.id, label: map.name, place: `Map, ${name}`, icon: IconMap2 },
          go: () =>
            void navigate({
              to: '/ecosystems/$ecosystemId/maps/$mapId',
              params: { ecosystemId, mapId: map.id },
            }),
        })),
      ),
      ...ownPages.map(({ label, to }) => ({
        ...{ id: to, label, place: 'Page', icon: IconFile },
        go: () => void navigate({ to }),
      })),
      ...all.flatMap(({ id: ecosystemId, name }) =>
        ecosystemPages.map(({ label, to }) => ({
          ...{ id: `${to} ${ecosystemId}`, label, place: `Page, ${name}`, icon: IconFile },
          go: () => void navigate({ to, params: { ecosystemId } }),
        })),
      ),
    ]
  }, [ecosystems, navigate])
  return <Finder find={find} what="a map or page" onOpen={() => setAsked(true)} />
}
