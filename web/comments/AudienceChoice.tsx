import { Checkbox, Radio, Stack } from '@mantine/core'
import type { Sharing } from '../../shared/edits/actions/sharing.ts'
import { WhoIsExpected } from '../partners/WhoIsExpected.tsx'
import styles from './comments.module.css'
import { sayChoice } from './sayAudience.ts'
import type { Talkers } from './useTalkers.ts'

interface AudienceChoiceProps {
  value: Sharing
  onChange(choice: Sharing): void
  ecosystemId: string
  talkers: Talkers
  /** Of the sentence that says who sees it. */
  sentenceId: string
}

/** Who sees what one is about to write: asked and said before anything is typed. */
export function AudienceChoice({ value, onChange, ecosystemId, talkers, sentenceId }: AudienceChoiceProps) {
  const { own, others, nameOf, mapId, isForAll } = talkers
  const named = typeof value === 'object' ? value.organisationIds : []
  const kind = typeof value === 'object' ? 'named' : value
  const toggle = (id: string) => {
    const next = named.includes(id) ? named.filter((other) => other !== id) : [...named, id]
    onChange(next.length > 0 ? { organisationIds: next } : 'organisation')
  }
  const choose = (next: string) => {
    if (next === 'named') onChange({ organisationIds: others.slice(0, 1).map(({ id }) => id) })
    else onChange(next as 'organisation' | 'map')
  }
  return (
    <div className={styles.audience}>
      <Radio.Group label="Who sees this" size="xs" value={kind} onChange={choose}>
        <Stack gap={6} mt={6}>
          <Radio size="xs" value="organisation" label={`Only ${own}`} />
          {others.length > 0 ? <Radio size="xs" value="named" label="Chosen partners" /> : null}
          {kind === 'named' ? (
            <div className={styles.named}>
              {others.map(({ id, name }) => (
                <Checkbox
                  key={id}
                  size="xs"
                  label={name}
                  checked={named.includes(id)}
                  onChange={() => toggle(id)}
                />
              ))}
            </div>
          ) : null}
          {isForAll ? <Radio size="xs" value="map" label="Everyone on this map" /> : null}
        </Stack>
      </Radio.Group>
      <p id={sentenceId} className={styles.sentence} aria-live="polite">
        {sayChoice(value, own, nameOf)}
      </p>
      {kind === 'map' ? <WhoIsExpected ecosystemId={ecosystemId} mapId={mapId} /> : null}
    </div>
  )
}
