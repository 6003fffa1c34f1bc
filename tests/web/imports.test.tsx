import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { fileName } from '../../web/imports/downloadMap.ts'
import { EcosystemStore } from '../../web/sync/ecosystemStore.ts'
import { valueChain } from '../support/chain.ts'
import { serveChain } from './support/ecosystem.ts'
import { openPage } from './support/page.tsx'

const preview = {
  importId: crypto.randomUUID(),
  format: 'bpmn',
  name: 'Order to delivery',
  counts: { organisations: 4, lanes: 6, touchpoints: 31, sequences: 28, handoffs: 5 },
  notes: [
    { level: 'merged', message: 'The pool is a party that is there.' },
    { level: 'skipped', message: 'A data object has no place on a map.', element: 'Data_4', line: 231 },
  ],
  expiresAt: new Date().toISOString(),
}

const choose = async () => {
  const input = await screen.findByLabelText(/Choose a file/)
  fireEvent.change(input, { target: { files: [new File(['<a/>'], 'order.bpmn')] } })
}

it('says what a file would create and leave out before anything is written', async () => {
  const chain = valueChain()
  const place = `/api/ecosystems/${chain.server.ecosystemId}/imports`
  const mapId = crypto.randomUUID()
  const edit = { clientId: preview.importId, number: 1 }
  const { received } = serveChain(chain, chain.insurer, {
    [`POST ${place}`]: { status: 200, body: preview },
    [`POST ${place}/${preview.importId}`]: { status: 200, body: { mapId, edit } },
  })
  const router = openPage(`/ecosystems/${chain.server.ecosystemId}/import`)
  await choose()
  expect(await screen.findByRole('heading', { name: 'Order to delivery' })).toBeTruthy()
  expect(screen.getByText('handoffs').parentElement?.textContent).toContain('5')
  expect(screen.getByText(/A data object has no place/).textContent).toContain('Data_4, line 231')
  expect(received.some(({ path }) => path.includes(preview.importId))).toBe(false)
  fireEvent.click(screen.getByRole('button', { name: 'Import' }))
  await waitFor(() => expect(router.state.location.pathname).toContain(`/maps/${mapId}`))
})

it('says why a file cannot be read, and lets one choose another', async () => {
  const chain = valueChain()
  const error = { code: 'import.refused', message: 'A DOCTYPE is not allowed (line 2).' }
  serveChain(chain, chain.insurer, {
    [`POST /api/ecosystems/${chain.server.ecosystemId}/imports`]: { status: 422, body: { error } },
  })
  openPage(`/ecosystems/${chain.server.ecosystemId}/import`)
  await choose()
  expect(await screen.findByText('order.bpmn: A DOCTYPE is not allowed (line 2).')).toBeTruthy()
  expect(screen.getByLabelText(/Choose a file/)).toBeTruthy()
})

it('is taken back whole by undo, and comes back by redo', async () => {
  const { server, insurer } = valueChain()
  const store = new EcosystemStore(server.ecosystemId, insurer, server.exchange(insurer))
  const stop = store.subscribe(() => {})
  const edit = { clientId: crypto.randomUUID(), number: 1, version: 1 as const }
  const mapId = crypto.randomUUID()
  const participantId = crypto.randomUUID()
  server.send(insurer, [
    { ...edit, actions: [{ type: 'map.add', id: mapId, participantId, name: 'Imported', rank: 'b0' }] },
  ])
  store.adopt(edit, 'Import a file')
  const shown = () => store.snapshot().rows.get('map', mapId)
  await waitFor(() => expect(shown()).toBeTruthy())
  expect(store.snapshot().undoable).toBe('Import a file')
  expect(await store.undo()).toMatchObject({ accepted: true })
  await waitFor(() => expect(shown()?.deleted ?? true).toBe(true))
  expect(await store.redo()).toMatchObject({ accepted: true })
  await waitFor(() => expect(shown()?.deleted).toBe(false))
  stop()
})

it('names a file so that every file system takes it', () => {
  expect(fileName('Flood cover, from need')).toBe('flood-cover-from-need')
  expect(fileName('../../etc')).toBe('etc')
  expect(fileName('!?')).toBe('map')
})
