import { Button, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { starters } from '../../shared/starters/starters.ts'
import { TextLink } from '../shell/links.tsx'
import { Page } from '../shell/Page.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { EcosystemGate } from './EcosystemGate.tsx'
import { ecosystemsKey } from './ecosystemsQuery.ts'
import styles from './forms.module.css'
import { makeMap, type NewMap } from './newMap.ts'
import { StarterParties } from './StarterParties.tsx'
import { StarterPicture } from './StarterPicture.tsx'

const choices = [
  ...starters.map(({ key, name, description }) => ({ key, name, description, lanes: [5, 6, 7] })),
  { key: 'blank', name: 'Blank', description: 'Your own lane and one stage. You draw the rest.', lanes: [0] },
]

/** A name and something to begin with; nothing else is required. */
export function NewMapPage() {
  const { ecosystemId } = useParams({ from: '/signedIn/ecosystems/$ecosystemId/new-map' })
  return (
    <EcosystemGate ecosystemId={ecosystemId} what="the ecosystem">
      {(ecosystem) => <NewMapForm ecosystem={ecosystem} />}
    </EcosystemGate>
  )
}

function NewMapForm({ ecosystem }: { ecosystem: Ecosystem }) {
  const { ecosystemId, rows } = ecosystem
  const { starter } = useSearch({ from: '/signedIn/ecosystems/$ecosystemId/new-map' })
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [map, setMap] = useState<NewMap>({
    name: '',
    starter: choices.find(({ key }) => key === starter)?.key ?? choices[0]!.key,
    charter: { objective: '', success: '', scope: '' },
  })
  const [problem, setProblem] = useState<string>()
  const reason = ecosystem.check(makeMap({ ...map, name: 'A map' }, ecosystem).actions)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (map.name.trim() === '') return setProblem('A map needs a name.')
    const { mapId, actions } = makeMap(map, ecosystem)
    const making = ecosystem.change(actions, 'New map')
    await navigate({ to: '/ecosystems/$ecosystemId/maps/$mapId', params: { ecosystemId, mapId } })
    await making
    // Home and the tab Map list maps from elsewhere.
    void queries.invalidateQueries({ queryKey: ecosystemsKey })
    void queries.invalidateQueries({ queryKey: ['ecosystem', ecosystemId] })
  }
  const charter = (field: keyof NewMap['charter']) => ({
    value: map.charter[field],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setMap((before) => ({ ...before, charter: { ...before.charter, [field]: value } }))
    },
  })
  return (
    <Page
      title="New map"
      intro={`In ${rows.get('ecosystem', ecosystemId)?.name}. Only your organisation sees it until you invite others to it.`}
      width="text"
    >
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        {reason ? <p className={styles.reason}>{reason.message}</p> : null}
        <TextInput
          label="Name"
          description="The journey it shows, such as “Flood cover, from need to renewal”."
          maxLength={160}
          error={problem}
          value={map.name}
          onChange={(event) => {
            setProblem(undefined)
            setMap({ ...map, name: event.currentTarget.value })
          }}
        />
        <fieldset className={styles.starters}>
          <legend>Begin with</legend>
          {choices.map(({ key, name, description, lanes }) => (
            <label key={key} className={styles.starter}>
              <input
                type="radio"
                name="starter"
                value={key}
                checked={map.starter === key}
                onChange={() => setMap({ ...map, starter: key })}
              />
              <span>
                <span className={styles.starterName}>{name}</span>
                <span className={styles.starterText}>{description}</span>
              </span>
              <StarterPicture lanes={lanes} />
            </label>
          ))}
        </fieldset>
        <StarterParties
          ecosystem={ecosystem}
          starter={map.starter}
          chosen={map.roles ?? {}}
          onChoose={(roles) => setMap({ ...map, roles })}
        />
        <details className={styles.charter}>
          <summary>Charter: what it is for, and what success looks like</summary>
          <div className={styles.charterFields}>
            <Textarea label="Objective" autosize minRows={2} {...charter('objective')} />
            <Textarea label="Success looks like" autosize minRows={2} {...charter('success')} />
            <TextInput label="Scope" maxLength={300} {...charter('scope')} />
          </div>
        </details>
        <div className={styles.buttons}>
          <Button type="submit" size="md" disabled={reason !== null}>
            Create the map
          </Button>
        </div>
      </form>
      <p className={styles.starterText} style={{ marginTop: 24 }}>
        You have the process in a BPMN file, or a map exported from Interlane?{' '}
        <TextLink to="/ecosystems/$ecosystemId/import" params={{ ecosystemId }}>
          Import a file
        </TextLink>
      </p>
    </Page>
  )
}
