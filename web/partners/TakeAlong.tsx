import { Button } from '@mantine/core'
import { useState } from 'react'
import { FormFailure } from '../accounts/FormFailure.tsx'
import { apiFetch, messageOf } from '../api/client.ts'
import { fileName, saveFile } from '../imports/downloadMap.ts'

interface TakeAlongProps {
  ecosystemId: string
  /** What the ecosystem is called, for the name of the file. */
  name: string
}

/** Saves what is one's organisation's own in an ecosystem as a file; the server gives it to admins. */
export function TakeAlong({ ecosystemId, name }: TakeAlongProps) {
  const [isSaving, setSaving] = useState(false)
  const [failure, setFailure] = useState<string>()
  const save = async () => {
    setSaving(true)
    setFailure(undefined)
    try {
      const response = await apiFetch(`/api/ecosystems/${ecosystemId}/own-rows.json`)
      await saveFile(response, `${fileName(name)}.our-rows.json`)
    } catch (problem) {
      setFailure(messageOf(problem))
    } finally {
      setSaving(false)
    }
  }
  return (
    <div>
      <Button variant="default" loading={isSaving} onClick={() => void save()}>
        Save what is ours as a file
      </Button>
      <FormFailure message={failure} />
    </div>
  )
}
