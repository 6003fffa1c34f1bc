import { describe, expect, it } from 'vitest'
import { action } from '../../shared/edits/actions/actions.ts'
import { isWebAddress } from '../../shared/model/documents.ts'
import { newId, openSharedJourney } from '../support/journey.ts'

const list = { name: 'Price list', address: 'https://files.broker.example/prices.pdf?v=3#p2' }

describe('a document of a touchpoint', () => {
  it.each([list.address, 'http://intranet/prices', 'HTTPS://Files.Example', 'https://files.example:8443/a'])(
    'may lie at %s',
    (address) => expect(isWebAddress(address)).toBe(true),
  )

  it.each([
    '',
    'prices.pdf',
    'javascript:alert(1)',
    ' javascript://files.example/%0aalert(1)',
    'data:text/html,<p>',
    'file:///etc/hosts',
    'ftp://files.example/prices',
    'https:files.example',
    'https://',
    'https://[files',
    'https://anna:secret@files.example/prices',
    'https://files.example\\@evil.example',
    'https://files.example/two words',
    `https://files.example/${'a'.repeat(2_000)}`,
  ])('does not lie at %j', (address) => expect(isWebAddress(address)).toBe(false))

  it('is refused with the field that is wrong, where its address is of another kind', () => {
    const fields = { documents: [list, { name: 'Trap', address: 'javascript:alert(1)' }] }
    const { error } = action.safeParse({ type: 'touchpoint.change', id: newId(), fields })
    expect(error?.issues).toMatchObject([
      {
        path: ['fields', 'documents', 1, 'address'],
        message: 'must be a web address that begins with https:// or http://',
      },
    ])
  })

  it('is read by whoever is on the map, written by whoever lives the lane, and unknown to everybody else', () => {
    const { world, insurer, broker, stranger, cards } = openSharedJourney()
    const change = { type: 'touchpoint.change', id: cards.broker, fields: { documents: [list] } } as const
    const documentsSeenBy = (author: typeof broker) =>
      world.seenBy(author).get('touchpoint', cards.broker)?.documents
    expect(world.try(insurer, { ...change, fields: { documents: [list] } }).accepted).toBe(false)
    const edit = world.act(broker, { ...change, fields: { documents: [list] } })
    expect(documentsSeenBy(insurer)).toEqual([list])
    expect(documentsSeenBy(stranger)).toBeUndefined()
    world.undo(broker, edit)
    expect(documentsSeenBy(insurer)).toEqual([])
  })
})
