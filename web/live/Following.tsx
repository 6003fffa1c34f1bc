import { Button } from '@mantine/core'
import { type ReactFlowState, useReactFlow, useStoreApi } from '@xyflow/react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Drawing } from '../../shared/layout/types.ts'
import styles from './live.module.css'
import { lookingAt, viewportFor } from './looking.ts'
import { useMapPresence, useOthers } from './MapPresence.tsx'
import { sayWho } from './others.ts'

const tellMilliseconds = 150
const glideMilliseconds = 250
/** Where nobody is known to be there, one's own line may have been cut: by then another way has told who is. */
const unknownMilliseconds = 5_000

interface FollowingProps {
  drawing: Drawing
  surface: RefObject<HTMLElement | null>
}

/** Tells others what one looks at, and takes one along with the person one follows, until one moves by oneself. */
export function Following({ drawing, surface }: FollowingProps) {
  const presence = useMapPresence()
  const others = useOthers()
  const followed = others.find(({ id }) => id === presence?.followedId) ?? null
  const [said, say] = useState('')
  const before = useRef<string | null>(null)
  const isSteered = useSteering(drawing, followed?.looking ?? null)
  useTellingWhatOneLooksAt(drawing)
  const follow = presence?.follow
  const isFollowing = (presence?.followedId ?? null) !== null
  const isNobodyKnown = others.length === 0
  useEffect(() => {
    if (followed && before.current !== followed.id) {
      before.current = followed.id
      say(`You follow ${sayWho(followed)}. Press Escape or move the map to stop.`)
    } else if (!isFollowing && before.current !== null) {
      before.current = null
      say('You look for yourself again.')
    } else if (isFollowing && !followed) {
      const end = () => {
        before.current = null
        say('Who you followed has left the map.')
        follow?.(null)
      }
      const timer = setTimeout(end, isNobodyKnown ? unknownMilliseconds : 0)
      return () => clearTimeout(timer)
    }
    return
  }, [followed, isFollowing, isNobodyKnown, follow])
  const store = useStoreApi()
  useEffect(() => {
    const element = surface.current
    if (!isFollowing || !follow || !element) return
    const end = () => follow(null)
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') end()
    }
    const moved = (state: ReactFlowState, earlier: ReactFlowState) => {
      if (state.transform !== earlier.transform && !isSteered.current) end()
    }
    const unfollow = store.subscribe(moved)
    element.addEventListener('wheel', end, { passive: true })
    element.addEventListener('pointerdown', end)
    window.addEventListener('keydown', onKey)
    return () => {
      unfollow()
      element.removeEventListener('wheel', end)
      element.removeEventListener('pointerdown', end)
      window.removeEventListener('keydown', onKey)
    }
  }, [isFollowing, follow, surface, store, isSteered])
  return (
    <>
      {followed ? (
        <div className={styles.following}>
          <span>You follow {sayWho(followed)}</span>
          <Button size="compact-xs" variant="default" onClick={() => follow?.(null)}>
            Stop
          </Button>
        </div>
      ) : null}
      <p className="il-visually-hidden" role="status">
        {said}
      </p>
    </>
  )
}

/** Moves the view to where the followed person looks. @returns whether it is moving by that right now */
function useSteering(drawing: Drawing, looking: Parameters<typeof viewportFor>[0] | null) {
  const flow = useReactFlow()
  const store = useStoreApi()
  const isSteered = useRef(false)
  const wish = useRef(0)
  useEffect(() => {
    if (!looking) return
    const { width, height } = store.getState()
    const viewport = viewportFor(looking, drawing, { width, height })
    if (!viewport) return
    wish.current += 1
    const own = wish.current
    isSteered.current = true
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    void flow.setViewport(viewport, { duration: isCalm ? 0 : glideMilliseconds }).then(() => {
      if (wish.current === own) isSteered.current = false
    })
  }, [looking, drawing, flow, store])
  return isSteered
}

function useTellingWhatOneLooksAt(drawing: Drawing) {
  const presence = useMapPresence()
  const tell = presence?.tell
  const store = useStoreApi()
  useEffect(() => {
    if (!tell) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const tellNow = () => {
      timer = undefined
      tell({ looking: lookingAt(store.getState(), drawing) })
    }
    tellNow()
    const unfollow = store.subscribe((state, before) => {
      const isSame = state.transform === before.transform && state.width === before.width
      if (!isSame) timer ??= setTimeout(tellNow, tellMilliseconds)
    })
    return () => {
      unfollow()
      clearTimeout(timer)
      tell({ looking: null })
    }
  }, [tell, store, drawing])
}
