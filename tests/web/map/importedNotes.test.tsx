// What others said in an imported file, read where it was said, by the organisation that brought it in and nobody else.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { Author } from '../../../shared/rules/author.ts'
import { sayNote } from '../../../web/sharing/noteWords.ts'
import { type Chain, valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

type Note = Extract<ActionInput, { type: 'attributedNote.add' }>

function withNotes(...notes: Pick<Note, 'source' | 'content'>[]) {
  const chain = valueChain()
  const about = { targetKind: 'touchpoint', targetId: chain.cards.learn, attributedTo: 'Marlow' } as const
  const added = notes.map((note) => ({
    ...{ type: 'attributedNote.add' as const, id: crypto.randomUUID() },
    ...about,
    ...note,
  }))
  chain.server.do(chain.broker, added)
  return { ...chain, chain, ids: added.map(({ id }) => id) }
}

async function openCard(chain: Chain, who: Author) {
  openMap(chain, who, `?view=outline&select=${chain.cards.learn}`)
  await screen.findByRole('region', { name: 'Owners' })
}

describe('what others said before an import', () => {
  it('stands on the card with who said it, from where, and who sees it, and is removed by whoever brought it in', async () => {
    const { chain, server, broker, ids } = withNotes(
      { source: 'perspective', content: { performance: 3, statement: 'We wait six days.' } },
      { source: 'mark', content: { kind: 'pain', statement: 'Nobody phones' } },
    )
    await openCard(chain, broker)
    const notes = await screen.findByRole('region', { name: 'Said before the import' })
    expect(notes.textContent).toContain('Only Oakes & Vale sees this')
    expect(notes.textContent).toMatch(/Marlow wrote, before the import:.*3 of 10.*“We wait six days.”/)
    expect(notes.textContent).toMatch(/Marlow marked, before the import:Pain: “Nobody phones”/)
    expect(notes.textContent).toContain('From a file that Oakes & Vale imported.')
    const [first] = within(notes).getAllByRole('button', { name: /^Remove what Marlow said/ })
    fireEvent.click(first!)
    await waitFor(() =>
      expect(ids.filter((id) => !server.rows.get('attributedNote', id)?.deleted)).toHaveLength(1),
    )
  })

  it('is not there for another organisation', async () => {
    const { chain, server, insurer } = withNotes({
      source: 'perspective',
      content: { statement: 'We wait six days.' },
    })
    await openCard(chain, insurer)
    expect(screen.queryByRole('region', { name: 'Said before the import' })).toBeNull()
    expect(JSON.stringify(server.pull(insurer, null))).not.toContain('We wait six days')
  })

  it('stands as what people commented, in the order in which they did, with who answers for it', async () => {
    const by = { authorName: 'Grace', resolved: false }
    const { chain, broker } = withNotes(
      {
        source: 'comment',
        content: { ...by, text: 'We do.', replyTo: 'Priya', writtenAt: '2026-03-04T09:00:00.000Z' },
      },
      {
        source: 'comment',
        content: {
          ...{ ...by, text: 'Who phones?', replyTo: '', writtenAt: '2026-03-03T09:00:00.000Z' },
          about: 'the pain “Late” of Fernhill, on the card “Learns the outcome”',
        },
      },
      { source: 'responsibility', content: { department: 'Claims', region: '', person: 'Joe; Ann' } },
    )
    await openCard(chain, broker)
    const { textContent } = await screen.findByRole('region', { name: 'Said before the import' })
    expect(textContent).toMatch(/Marlow named who answers for it, .*Claims.*Joe, else Ann/)
    expect(textContent).toMatch(
      /Grace, Marlow, commented 3 March 2026.*About: the pain “Late” of Fernhill, on the card “Learns the outcome”.*“Who phones\?”.*commented 4 March 2026.*Reply to Priya.*“We do.”/,
    )
  })

  it.each(['lane', 'stage', 'map'] as const)(
    'is read where it was said, also of a %s',
    async (targetKind) => {
      const chain = valueChain()
      const targetId = { lane: chain.lanes.broker, stage: chain.stages.claim, map: chain.mapId }[targetKind]
      chain.server.do(chain.broker, [
        {
          ...{ type: 'attributedNote.add', id: crypto.randomUUID(), targetKind, targetId },
          ...{ attributedTo: 'Marlow', source: 'comment', content: { text: `Of the ${targetKind}` } },
        },
      ])
      openMap(chain, chain.broker, `?view=outline&select=${targetId}`)
      const notes = await screen.findByRole('region', { name: 'Said before the import' })
      expect(notes.textContent).toContain(`“Of the ${targetKind}”`)
      expect(notes.textContent).toContain('Only Oakes & Vale sees this')
    },
  )

  it('is said as what everybody answered in a blind round, and as what was asked of others', () => {
    const told = (note: Pick<Parameters<typeof sayNote>[0], 'source' | 'content'>) => {
      const { heading, said } = sayNote({ ...note, attributedTo: 'Marlow' } as Parameters<typeof sayNote>[0])
      return [heading, ...said.map(({ name, text }) => `${name}: ${text}`)]
    }
    const answer = (score: number, by: string, reason = '') => ({ measure: 'performance', score, by, reason })
    const answers = [answer(9, 'Ada'), answer(3, 'Grace of Marlow', 'Too slow')]
    expect(told({ source: 'round', content: { name: 'How it went', answers } })).toEqual([
      'Answered in a blind round of Marlow, before the import: “How it went”',
      'How well it works: 3 (Grace of Marlow: “Too slow”), 9 (Ada); 6 points apart',
    ])
    const round = {
      ...{ name: 'How it went', state: 'open', dueOn: null, measures: ['performance'], awaited: [] },
      ...{ people: [{ by: 'Ada', state: 'done' }], asked: ['Fernhill', 'Marlow'], cards: ['Decides'] },
    }
    expect(told({ source: 'round', content: round })).toEqual([
      'Marlow asked in a blind round, before the import:',
      'Round: “How it went”, not revealed',
      'What: How well it works',
      'Cards: Decides',
      'Whom: Fernhill and Marlow',
      'Who took part: Ada (done)',
    ])
    const request = {
      ...{ by: 'Grace of Marlow', asked: 'Doorly, Returns', about: ['Return'], text: 'Please', dueOn: null },
      ...{ state: 'done', answer: 'Here', askedAt: '2026-03-03T09:00:00.000Z', settledAt: null },
    }
    expect(told({ source: 'contributionRequest', content: request })).toEqual([
      'Grace of Marlow asked Doorly, Returns 3 March 2026, before the import:',
      'To describe: Return',
      'In their words: “Please”',
      'What became of it: done',
      'Answer: “Here”',
    ])
    expect(told({ source: 'round', content: { name: 'x', answers: 'many' } })).toEqual([
      'Marlow asked in a blind round, before the import:',
      'name: x',
      'answers: many',
    ])
  })

  it('is said as an answer, never as a signature, and as it came where it is not what it says it is', () => {
    const note = { attributedTo: 'Marlow' } as Parameters<typeof sayNote>[0]
    const terms = { passes: 'the decision', trigger: '', channel: 'email', expectedMinutes: 1_440 }
    const answer = sayNote({
      ...note,
      source: 'confirmation',
      content: { state: 'confirmed', note: '', terms },
    })
    expect(answer.heading).toBe('Marlow confirmed, before the import:')
    expect(answer.said.map(({ name, text }) => `${name}: ${text}`)).toEqual([
      'What passes: the decision',
      'By way of: e-mail',
      'Within: 1 day',
    ])
    const oddTerms = {
      ...note,
      source: 'confirmation',
      content: { state: 'disputed', terms: { channel: 'owl' } },
    }
    expect(sayNote(oddTerms as typeof note).said).toEqual([{ name: 'channel', text: 'owl' }])
    const odd = sayNote({ ...note, source: 'perspective', content: { performance: 'high', rows: [1] } })
    expect(odd.said).toEqual([{ name: 'performance', text: 'high' }])
  })
})
