import { Button } from '@mantine/core'
import { useState } from 'react'
import { showFailure } from '../accounts/showFailure.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { downloadMap } from './downloadMap.ts'
import styles from './imports.module.css'

/** Every map as a file: all that the acting organisation sees of it, and nothing else. */
export function Exports({ ecosystem }: { ecosystem: Ecosystem }) {
  const [busyId, setBusyId] = useState<string>()
  const maps = ecosystem.rows.all('map').sort((left, right) => (left.rank < right.rank ? -1 : 1))
  if (maps.length === 0) return null
  const download = async (id: string, name: string) => {
    setBusyId(id)
    await downloadMap(id, name).catch(showFailure)
    setBusyId(undefined)
  }
  return (
    <section className={styles.exports}>
      <h2 className={styles.title}>Export</h2>
      <p className={styles.text}>
        A file holds all that you see of the map: also your organisation’s own views, comments, sessions,
        requests and your own answers in blind rounds. Mind to whom you pass it.
      </p>
      <ul className={styles.list}>
        {maps.map(({ id, name }) => (
          <li key={id}>
            <span>{name}</span>
            <Button
              variant="default"
              size="xs"
              loading={busyId === id}
              aria-label={`Export ${name} as JSON`}
              onClick={() => void download(id, name)}
            >
              Export JSON
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
