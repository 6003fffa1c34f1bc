import type { ReviewItem } from '../../shared/analysis/reviewItem.ts'
import { ButtonLink } from '../shell/links.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'

interface RateTheseProps {
  ecosystem: Ecosystem
  /** What Review shows now. */
  items: readonly ReviewItem[]
}

/** From what Review shows to a blind round about its cards: those of the map with the most of them. */
export function RateThese({ ecosystem, items }: RateTheseProps) {
  const { author, ecosystemId, rows } = ecosystem
  const cards = items.filter((item) => item.kind === 'touchpoint' && rows.get('touchpoint', item.id))
  const countOn = (mapId: string) => cards.filter((card) => card.mapId === mapId).length
  const [map] = cards.map(({ mapId }) => mapId).toSorted((left, right) => countOn(right) - countOn(left))
  const chosen = cards.filter(({ mapId }) => mapId === map).slice(0, 200)
  return (
    <>
      <ButtonLink variant="default" to="/ecosystems/$ecosystemId/rounds" params={{ ecosystemId }}>
        Blind rounds
      </ButtonLink>
      {author.role !== 'viewer' && map ? (
        <ButtonLink
          variant="default"
          to="/ecosystems/$ecosystemId/new-round"
          params={{ ecosystemId }}
          search={{ map, cards: chosen.map(({ id }) => id).join(',') }}
        >
          Rate these together, blind
        </ButtonLink>
      ) : null}
    </>
  )
}
