// Where each field that people type stands on screen, by the label it has there.
import type { RowKind } from '../../../shared/model/rows.ts'
import { namedField } from '../../../web/saving/fieldNames.ts'
import type { Chain } from '../../support/chain.ts'

export type Fields = readonly (readonly [field: string, label: string])[]

interface InPanel {
  selected(chain: Chain): string
  fields: Fields
  /** Makes what has to be there before the fields are. */
  prepare?(chain: Chain): void
}

const named = (kind: RowKind, ...fields: string[]): Fields =>
  fields.map((name) => [`${kind}.${name}`, namedField(kind, name)!])

/** Fields that people type, by what one selects to find them in the panel. */
export const inPanel: Record<string, InPanel> = {
  'a card that several deliver': {
    selected: ({ cards }) => cards.quote,
    prepare: prepareCard,
    fields: [
      ...named('touchpoint', 'name', 'description', 'purpose', 'frequency', 'segments', 'customerRoles'),
      ...named('touchpoint', 'experienceStandard', 'options', 'criteria'),
      ['touchpoint.documents', 'Its web address'],
      ...named('perspective', 'statement', 'notes', 'behaviour', 'verbatims'),
      ['mark.statement', 'in one sentence'],
      ...named('responsibility', 'department', 'region', 'person'),
      ['side.name', 'calls it'],
      ['comment.text', 'Write a comment'],
    ],
  },
  'an exit': {
    selected: ({ cards }) => cards.decide,
    prepare: ({ server, insurer, cards }) =>
      server.do(insurer, [{ type: 'touchpoint.change', id: cards.decide, fields: { kind: 'exit' } }]),
    fields: named('touchpoint', 'reasons'),
  },
  'a lane': { selected: ({ lanes }) => lanes.insurer, fields: named('party', 'name') },
  'a department': {
    selected: ({ lanes }) => lanes.insurer.replace(/^.{8}/, 'dddddddd'),
    prepare: ({ server, insurer, lanes, mapId, parties }) =>
      server.do(insurer, [
        {
          ...{ type: 'lane.add', id: lanes.insurer.replace(/^.{8}/, 'dddddddd'), mapId, rank: 'a9' },
          ...{ partyId: parties.insurer, parentLaneId: lanes.insurer, name: 'Claims' },
        },
      ]),
    fields: named('lane', 'name'),
  },
  'a stage that comes back': {
    selected: ({ stages }) => stages.choose,
    prepare: ({ server, insurer, stages }) =>
      server.do(insurer, [{ type: 'stage.change', id: stages.choose, fields: { recurs: true } }]),
    fields: named('stage', 'name', 'goal', 'frequency'),
  },
  'a handoff': {
    selected: ({ links }) => links.lodged,
    fields: named('link', 'passes', 'trigger', 'acceptance'),
  },
  'the map': {
    selected: ({ mapId }) => mapId,
    fields: named('map', 'name', 'objective', 'success', 'scope'),
  },
}

/** Fields that people type in other places. */
export const elsewhere = {
  'on the board of a session': [
    ['sticky.group', 'Name of the group'],
    ['sticky.text', 'What happens'],
  ],
  'before a session starts': [['session.question', 'What do you ask everybody?']],
  'in disputing a handoff': [['confirmation.note', 'How is it really?']],
  'in answering a request': [['contributionRequest.answer', 'Your answer']],
  'in asking others to fill in': [
    ['contributionRequest.department', 'Department'],
    ['contributionRequest.text', 'What you would like to know'],
  ],
  'in opening a blind round': [['round.name', 'What do you ask?']],
  'in answering a blind round': [['vote.reason', 'Why, in one sentence']],
  'in naming the ecosystem': [
    ['ecosystem.name', 'Name'],
    ['ecosystem.goal', 'What you want to reach together'],
  ],
} satisfies Record<string, Fields>

/** Signed with, given by the program, or out of a file: nobody types it in a field. */
export const untyped = [
  ...['comment.authorName', 'ballot.authorName', 'session.authorName', 'sticky.authorName'],
  ...['contributionRequest.authorName', 'handover.authorName', 'attributedNote.attributedTo', 'session.name'],
]

/** Words that nobody loses when an edit is refused have schemas of their own. */
export const alsoTyped = ['comment.text', 'sticky.text']

function prepareCard({ server, insurer, cards, lanes, stages, parties }: Chain) {
  const target = { targetKind: 'touchpoint', targetId: cards.quote } as const
  const [id, rank] = [() => crypto.randomUUID(), 'a5']
  const owner = {
    touchpointId: cards.quote,
    partyId: parties.insurer,
    accountability: 'accountable',
  } as const
  const side = { touchpointId: cards.quote, laneId: lanes.bakery, stageId: stages.choose, rank } as const
  server.do(insurer, [
    { type: 'touchpoint.change', id: cards.quote, fields: { kind: 'decision' } },
    { type: 'mark.add', id: id(), ...target, kind: 'pain', with: 'map' },
    { type: 'ownership.add', id: id(), ...owner },
    { type: 'side.add', id: id(), ...side },
  ])
}
