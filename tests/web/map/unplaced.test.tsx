// What we said of a card that another company deleted: ours still, read in the charter panel of the map.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { organisationKey } from '../../../shared/audience/audience.ts'
import { valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

const place = () => screen.findByRole('region', { name: 'Ours, without a place' })

/** The broker has a private view and a mark on a card of the insurer's, who then deletes it. */
function deletedByOthers() {
  const chain = valueChain()
  const { server, broker, insurer, cards } = chain
  const [view, mark] = [crypto.randomUUID(), crypto.randomUUID()]
  const target = { targetKind: 'touchpoint', targetId: cards.quote } as const
  server.do(broker, [
    { type: 'perspective.add', id: view, ...target, performance: 3, notes: 'We steer.' },
    { type: 'mark.add', id: mark, ...target, kind: 'pain', statement: 'Slow', with: 'organisation' },
  ])
  server.do(insurer, [{ type: 'touchpoint.remove', id: cards.quote }])
  return { ...chain, chain, view, mark }
}

describe('what we said of a card that somebody else deleted', () => {
  it('stands with the map, with what it was on and who sees it, and is deleted by us', async () => {
    const { chain, server, broker, mapId, mark, view } = deletedByOthers()
    openMap(chain, broker, `?view=outline&select=${mapId}`)
    const ours = await place()
    expect(ours.textContent).toMatch(
      /Only Oakes & Vale sees this.*Our view, was on “Prices the risk”.*3 of 10/,
    )
    expect(ours.textContent).toContain('Our mark, was on “Prices the risk”: Pain: “Slow”')
    fireEvent.click(within(ours).getByRole('button', { name: 'Delete our mark of “Prices the risk”' }))
    await waitFor(() => expect(server.rows.get('mark', mark)?.deleted).toBe(true))
    expect(server.rows.get('perspective', view)?.deleted).toBe(false)
  })

  it('is put on another card with the same words, for our own eyes', async () => {
    const { chain, server, broker, mapId, view, cards } = deletedByOthers()
    openMap(chain, broker, `?view=outline&select=${mapId}`)
    const ours = await place()
    const choice = within(ours).getByRole('combobox', { name: /^Put our view of/ })
    fireEvent.click(choice)
    fireEvent.click(await screen.findByRole('option', { name: 'Learns the outcome' }))
    await waitFor(() => expect(server.rows.get('perspective', view)?.deleted).toBe(true))
    const placed = server.rows.all('perspective').filter(({ targetId }) => targetId === cards.learn)
    expect(placed).toMatchObject([{ performance: 3, notes: 'We steer.', unplacedFrom: null }])
    expect(placed[0]?.audience).toEqual([organisationKey(broker.organisationId)])
  })

  it('is nothing to whoever deleted the card', async () => {
    const { chain, server, insurer, mapId } = deletedByOthers()
    openMap(chain, insurer, `?view=outline&select=${mapId}`)
    await screen.findByRole('region', { name: 'Charter' })
    expect(screen.queryByRole('region', { name: 'Ours, without a place' })).toBeNull()
    expect(JSON.stringify(server.pull(insurer, null))).not.toContain('We steer')
  })
})
