import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { ImportedAnswer, ImportPreview } from '../../shared/imports/imports.ts'
import { api, messageOf } from '../api/client.ts'
import { EcosystemGate } from '../ecosystems/EcosystemGate.tsx'
import { ecosystemsKey } from '../ecosystems/ecosystemsQuery.ts'
import { makeMap } from '../ecosystems/newMap.ts'
import { Loading } from '../shell/Loading.tsx'
import { Page } from '../shell/Page.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { Exports } from './Exports.tsx'
import { FileChoice } from './FileChoice.tsx'
import styles from './imports.module.css'
import { Preview } from './Preview.tsx'

/** A file becomes a map: first what it would create, then, if one wants it, the map. */
export function ImportPage() {
  const { ecosystemId } = useParams({ from: '/signedIn/ecosystems/$ecosystemId/import' })
  return (
    <EcosystemGate ecosystemId={ecosystemId} what="the ecosystem">
      {(ecosystem) => <Import ecosystem={ecosystem} />}
    </EcosystemGate>
  )
}

type Step =
  | { at: 'choosing'; problem?: string }
  | { at: 'reading'; file: string }
  | { at: 'preview'; preview: ImportPreview; file: string; problem?: string }
  | { at: 'importing'; preview: ImportPreview; file: string }

function Import({ ecosystem }: { ecosystem: Ecosystem }) {
  const { ecosystemId, rows } = ecosystem
  const [step, setStep] = useState<Step>({ at: 'choosing' })
  const queries = useQueryClient()
  const navigate = useNavigate()
  const place = `/api/ecosystems/${ecosystemId}/imports`
  const trial = makeMap(
    { name: 'A map', starter: 'blank', charter: { objective: '', success: '', scope: '' } },
    ecosystem,
  )
  const reason = ecosystem.check(trial.actions)

  const read = async (file: File) => {
    setStep({ at: 'reading', file: file.name })
    const form = new FormData()
    form.set('file', file)
    try {
      setStep({ at: 'preview', preview: await api.post<ImportPreview>(place, form), file: file.name })
    } catch (problem) {
      setStep({ at: 'choosing', problem: `${file.name}: ${messageOf(problem)}` })
    }
  }
  const accept = async ({ preview, file }: { preview: ImportPreview; file: string }) => {
    setStep({ at: 'importing', preview, file })
    try {
      const { mapId, edit } = await api.post<ImportedAnswer>(`${place}/${preview.importId}`)
      ecosystem.adopt(edit, `Import ${preview.name}`)
      void queries.invalidateQueries({ queryKey: ecosystemsKey })
      void queries.invalidateQueries({ queryKey: ['ecosystem', ecosystemId] })
      sayImported(preview.name)
      await navigate({ to: '/ecosystems/$ecosystemId/maps/$mapId', params: { ecosystemId, mapId } })
    } catch (problem) {
      setStep({ at: 'preview', preview, file, problem: messageOf(problem) })
    }
  }
  return (
    <Page
      title="Import and export"
      intro={`BPMN 2.0 collaborations and maps exported from Interlane, into ${rows.get('ecosystem', ecosystemId)?.name}. You see what a file would create before anything is written.`}
      width="text"
    >
      {reason ? <p className={styles.reason}>{reason.message}</p> : null}
      {step.at === 'choosing' && !reason ? (
        <FileChoice problem={step.problem} onFile={(file) => void read(file)} />
      ) : null}
      {step.at === 'reading' ? <Loading what={step.file} /> : null}
      {step.at === 'preview' || step.at === 'importing' ? (
        <Preview
          preview={step.preview}
          file={step.file}
          problem={step.at === 'preview' ? step.problem : undefined}
          isImporting={step.at === 'importing'}
          onImport={() => void accept(step)}
          onCancel={() => setStep({ at: 'choosing' })}
        />
      ) : null}
      <Exports ecosystem={ecosystem} />
    </Page>
  )
}

function sayImported(name: string): void {
  notifications.show({ message: `${name || 'The map'} is imported. Ctrl-Z takes all of it back.` })
}
