// What was kept for an organisation one has left is neither sent nor left lying: one decides once, and it is gone.
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { keptKey, readKept } from '../../web/sync/kept/entries.ts'
import { openPage } from './support/page.tsx'
import { fernhill, ines, serve, signedIn } from './support/server.ts'

const personId = ines.person.id
const words = /2 changes are not sent, and cannot be sent any more/

/** Keeps an edit on this device as a page does that could not send it. */
function keep(organisationId: string, text: string, more: { ecosystemId?: string; refusal?: string } = {}) {
  const { ecosystemId = crypto.randomUUID(), refusal } = more
  const edit = {
    ...{ clientId: crypto.randomUUID(), number: 1, version: 1 },
    actions: [{ type: 'touchpoint.change', id: crypto.randomUUID(), fields: { description: text } }],
  }
  const place = { personId, organisationId, ecosystemId }
  localStorage.setItem(keptKey(place, edit), JSON.stringify({ edit, title: 'What happens', refusal }))
}

const kept = () => readKept(localStorage, { personId }).length
function discard() {
  fireEvent.click(screen.getByRole('button', { name: /^Discard/ }))
  expect(kept(), 'the first click only asks').toBeGreaterThan(1)
  fireEvent.click(screen.getByRole('button', { name: /^Really discard\?/ }))
}

const served = { ...signedIn, 'GET /api/ecosystems': { status: 200, body: [] } }

beforeEach(() => {
  keep(crypto.randomUUID(), 'A clerk reads it')
  keep(crypto.randomUUID(), 'Nobody phones')
})

describe('what was kept for an organisation one has left', () => {
  it('is told once, and discarding leaves nothing of it on the device', async () => {
    serve(served)
    openPage('/settings')
    expect((await screen.findByRole('alert', { name: 'Changes that cannot be sent' })).textContent).toMatch(
      words,
    )
    discard()
    await waitFor(() => expect(screen.queryByText(words)).toBeNull())
    expect(kept()).toBe(0)
  })

  it('is saved as a file with what was typed, and then is gone', async () => {
    const blobs: Blob[] = []
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: keepBlob, revokeObjectURL: () => {} }))
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
    serve(served)
    openPage('/settings')
    fireEvent.click(await screen.findByRole('button', { name: 'Save as a file' }))
    await waitFor(() => expect(kept()).toBe(0))
    expect(blobs).toHaveLength(1)
    const text = await blobs[0]!.text()
    for (const typed of ['A clerk reads it', 'Nobody phones']) expect(text).toContain(typed)

    function keepBlob(blob: Blob) {
      blobs.push(blob)
      return 'blob:kept'
    }
  })

  it('is not mixed up with what can still be sent', async () => {
    keep(fernhill.id, 'Ours and waiting')
    serve(served)
    openPage('/settings')
    expect(await screen.findByText(words)).toBeTruthy()
    discard()
    expect(kept()).toBe(1)
  })

  it('also means an ecosystem that one’s organisation has no place in any more, once the server has refused', async () => {
    keep(fernhill.id, 'Too late', { refusal: 'This is not there.' })
    serve(served)
    openPage('/settings')
    expect(await screen.findByText(/3 changes are not sent, and cannot be sent/)).toBeTruthy()
  })
})
