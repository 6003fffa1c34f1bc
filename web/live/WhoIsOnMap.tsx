import { Button, Popover } from '@mantine/core'
import { useState } from 'react'
import { Face } from './Face.tsx'
import styles from './live.module.css'
import { useMapPresence, useOthers } from './MapPresence.tsx'
import { onePerPerson, sayWho } from './others.ts'

const mostFaces = 4

/** Who else is on the map, in its bar; opened it says of which organisation they are, and lets one follow them. */
export function WhoIsOnMap({ canFollow }: { canFollow: boolean }) {
  const presence = useMapPresence()
  const others = onePerPerson(useOthers())
  const [isOpen, setOpen] = useState(false)
  if (!presence || others.length === 0) return null
  const names = others.map(sayWho).join(', ')
  const more = others.length - mostFaces
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={styles.faces}
          aria-label={`Also here: ${names}`}
          title={names}
          onClick={() => setOpen(!isOpen)}
        >
          {others.slice(0, mostFaces).map((other) => (
            <Face key={other.id} other={other} />
          ))}
          {more > 0 ? <span className={styles.more}>+{more}</span> : null}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Who else is on this map">
        <ul className={styles.people}>
          {others.map((other) => {
            const isFollowed = presence.followedId === other.id
            return (
              <li key={other.id} className={styles.person}>
                <Face other={other} />
                <span className={styles.who}>
                  <span className={styles.name}>{other.name}</span>
                  <span className={styles.organisation}>{other.organisation}</span>
                </span>
                {canFollow ? (
                  <Button
                    size="compact-xs"
                    variant={isFollowed ? 'filled' : 'default'}
                    aria-label={isFollowed ? `Stop following ${other.name}` : `Follow ${other.name}`}
                    onClick={() => {
                      presence.follow(isFollowed ? null : other.id)
                      setOpen(false)
                    }}
                  >
                    {isFollowed ? 'Stop' : 'Follow'}
                  </Button>
                ) : null}
              </li>
            )
          })}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}
