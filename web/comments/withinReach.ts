import { organisationKey } from '../../shared/audience/audience.ts'
import { mostReaders, type StandsOn } from '../../shared/comments/standsOn.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import type { Talkers } from './useTalkers.ts'

/** Those of a map with whom one can talk about a mark, a view, a round and so on: whoever, as far as one knows, reads that. */
export function withinReach(
  talkers: Talkers,
  place: Partial<StandsOn>,
  { author, rows }: Pick<Ecosystem, 'author' | 'rows'>,
): Talkers {
  const { mapId } = talkers
  const most = mostReaders({ ...place, mapId, organisationId: author.organisationId }, rows)
  if (!most) return talkers
  const reads = (id: string) => most.includes(organisationKey(id))
  return {
    ...talkers,
    isForAll: false,
    others: talkers.others.filter(({ id }) => reads(id)),
    candidates: talkers.candidates.filter(({ mention }) => reads(mention.organisationId)),
  }
}
