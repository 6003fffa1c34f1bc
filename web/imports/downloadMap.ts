import { apiFetch } from '../api/client.ts'

/** Saves a map as a JSON file on the person's device. @throws ApiFailure */
export async function downloadMap(mapId: string, name: string): Promise<void> {
  const response = await apiFetch(`/api/maps/${mapId}/export.json`)
  await saveFile(response, `${fileName(name)}.interlane.json`)
}

/** Saves what was answered as a file on the person's device. */
export async function saveFile(response: Response, name: string): Promise<void> {
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Revoked at once, some browsers have not begun to save.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** A name that every file system takes: "Flood cover, from need" is flood-cover-from-need. */
export function fileName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return plain.slice(0, 80) || 'map'
}
