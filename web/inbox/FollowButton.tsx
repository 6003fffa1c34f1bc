import { IconBell, IconBellFilled } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FollowingAnswer } from '../../shared/inbox/answers.ts'
import { showFailure } from '../accounts/showFailure.ts'
import { api } from '../api/client.ts'
import { useOffers } from '../search/offers.ts'
import styles from './FollowButton.module.css'

interface FollowButtonProps {
  mapId: string
  organisationId: string
  /** Nothing waits to be sent: only then does the server know of a map that was just made. */
  isSaved: boolean
}

/** The bell of a map: whether one is told what others change there, and how many of one's own people are. */
export function FollowButton({ mapId, organisationId, isSaved }: FollowButtonProps) {
  const queries = useQueryClient()
  const queryKey = ['following', organisationId, mapId]
  const path = `/api/maps/${mapId}/following`
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<FollowingAnswer>(path, { signal }),
    enabled: isSaved,
    staleTime: 60_000,
    retry: false,
  })
  const choose = useMutation({
    mutationFn: (follows: boolean) => api.put(path, { follows }),
    onMutate: (follows) =>
      queries.setQueryData<FollowingAnswer>(queryKey, (known) => known && withChoice(known, follows)),
    onError: showFailure,
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
  useOffers(() => {
    if (!data) return []
    const label = data.follows ? 'Tell me no longer what changes here' : 'Tell me what changes here'
    return [{ id: 'follow', label, keys: '', act: () => choose.mutate(!data.follows) }]
  })
  if (!data) return null
  const { follows, ownFollowers } = data
  const Icon = follows ? IconBellFilled : IconBell
  const words = `Tell me what changes here. ${sayReach(ownFollowers)}`
  return (
    <button
      type="button"
      className={styles.bell}
      aria-pressed={follows}
      aria-label={words}
      title={words}
      onClick={() => choose.mutate(!follows)}
    >
      <Icon size={18} aria-hidden="true" />
      {ownFollowers > 0 ? <span aria-hidden="true">{ownFollowers}</span> : null}
    </button>
  )
}

function withChoice({ follows, ownFollowers }: FollowingAnswer, chosen: boolean): FollowingAnswer {
  return { follows: chosen, ownFollowers: ownFollowers + Number(chosen) - Number(follows) }
}

function sayReach(ownFollowers: number): string {
  if (ownFollowers === 0) return 'None of your people follow this map yet.'
  return ownFollowers === 1
    ? '1 of your people follows this map.'
    : `${ownFollowers} of your people follow this map.`
}
