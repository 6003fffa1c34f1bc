import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { HandoffEntry } from '../../shared/analysis/handoffs.ts'
import { changedTerms, termsOf } from '../../shared/handoffs/terms.ts'
import type { Terms } from '../../shared/model/link.ts'
import type { Channel } from '../../shared/model/touchpoint.ts'
import { wholeMapSees } from '../comments/sayAudience.ts'
import { channelNames } from '../map/words.ts'
import { Eyes } from '../sharing/Eyes.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { DurationInput } from './DurationInput.tsx'
import { sayTerm, termNames } from './termWords.ts'
import styles from './WorkingAgreement.module.css'

interface TermsFormProps {
  ecosystem: Ecosystem
  handoff: HandoffEntry
  onDone(): void
}

const channelChoices = Object.entries(channelNames).map(([value, label]) => ({ value, label }))

/** Changing the terms: the difference stands at each field, and what it costs above the button. */
export function TermsForm({ ecosystem, handoff, onDone }: TermsFormProps) {
  const [before] = useState(() => termsOf(handoff.link))
  const [terms, setTerms] = useState<Terms>(before)
  const changed = changedTerms(before, terms)
  const set = (fields: Partial<Terms>) => setTerms((current) => ({ ...current, ...fields }))
  const label = (field: keyof Terms) => ({
    label: termNames[field],
    description: changed.includes(field) ? `Was: ${sayTerm(field, before) || 'not said'}` : undefined,
  })
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (changed.length > 0) {
      const fields = Object.fromEntries(changed.map((field) => [field, terms[field]]))
      void ecosystem.change([{ type: 'link.change', id: handoff.link.id, fields }], 'Change the terms')
    }
    onDone()
  }
  return (
    <form className={styles.form} onSubmit={save}>
      <Eyes>{wholeMapSees}</Eyes>
      <TextInput
        {...label('passes')}
        maxLength={300}
        value={terms.passes}
        onChange={(event) => set({ passes: event.currentTarget.value })}
      />
      <TextInput
        {...label('trigger')}
        maxLength={300}
        value={terms.trigger}
        onChange={(event) => set({ trigger: event.currentTarget.value })}
      />
      <div className={styles.pair}>
        <Select
          {...label('channel')}
          data={channelChoices}
          clearable
          clearButtonProps={{ 'aria-label': 'No channel' }}
          value={terms.channel}
          onChange={(channel) => set({ channel: channel as Channel | null })}
        />
        <DurationInput
          {...label('expectedMinutes')}
          value={terms.expectedMinutes}
          onChange={(expectedMinutes) => set({ expectedMinutes })}
        />
      </div>
      <Textarea
        {...label('acceptance')}
        autosize
        minRows={2}
        value={terms.acceptance}
        onChange={(event) => set({ acceptance: event.currentTarget.value })}
      />
      <p className={styles.cost} role="status">
        {changed.length === 0 ? 'Nothing is changed yet.' : costOf(handoff)}
      </p>
      <div className={styles.buttons}>
        <Button type="submit" disabled={changed.length === 0}>
          Save the new terms
        </Button>
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

function costOf({ from, to }: HandoffEntry): string {
  const confirmed = [from, to].filter(({ state }) => state === 'confirmed').map(({ partyName }) => partyName)
  if (confirmed.length === 0) return 'Nobody has confirmed these terms, so nothing reopens.'
  return confirmed.length === 2
    ? `Both sides have confirmed. Saving reopens both: ${confirmed.join(' and ')} confirm again.`
    : `${confirmed[0]} has confirmed. Saving reopens it, and they confirm again.`
}
