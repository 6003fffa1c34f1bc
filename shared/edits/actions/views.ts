// An organisation's own views and marks, and sharing them.
import { z } from 'zod'
import { mapKey, organisationKey } from '../../audience/audience.ts'
import { id } from '../../model/fields.ts'
import { markContent, perspectiveContent } from '../../model/perspective.ts'
import { activeOrganisations } from '../../rules/standing.ts'
import { Refusal } from '../refusal.ts'
import { addRow, changeRow, changing, defineAction, type Making, namingRow, removeRow } from './action.ts'

const {
  mapId: _mapId,
  organisationId: _organisationId,
  unplacedFrom: _unplacedFrom,
  targetKind,
  targetId,
  onBehalfOf,
  ...seen
} = perspectiveContent.shape

/** Only our own organisation, the whole map, or named organisations of it beside our own. */
export const sharing = z.union([
  z.literal('organisation'),
  z.literal('map'),
  z.strictObject({ organisationIds: z.array(id).min(1).max(100) }),
])
export type Sharing = z.infer<typeof sharing>

export const viewActions = [
  defineAction(
    z.strictObject({ type: z.literal('perspective.add'), id, targetKind, targetId, onBehalfOf, ...seen }),
    ({ type: _, id: rowId, ...content }, making) => {
      const target = making.draft.need(content.targetKind, content.targetId)
      const { organisationId } = making.author
      const isDouble = making.draft
        .list('perspective', 'targetId', target.id)
        .some((row) => row.organisationId === organisationId && row.onBehalfOf === content.onBehalfOf)
      if (isDouble)
        throw new Refusal(
          'edit.invalid',
          'Your organisation has a view of this already. Change that one.',
          'targetId',
        )
      addRow('perspective', rowId, { ...content, mapId: target.mapId, organisationId }, making)
    },
  ),
  defineAction(changing('perspective.change', seen), (action, making) => {
    changeRow('perspective', making.draft.need('perspective', action.id), action.fields, making)
  }),
  defineAction(namingRow('perspective.remove'), (action, making) => {
    removeRow('perspective', making.draft.need('perspective', action.id), making)
  }),
  defineAction(
    z.strictObject({ type: z.literal('perspective.share'), id, with: sharing }),
    (action, making) => {
      const row = making.draft.need('perspective', action.id)
      changeRow('perspective', row, { audience: audienceOf(action.with, row, making) }, making)
    },
  ),

  defineAction(
    z.strictObject({
      type: z.literal('mark.add'),
      id,
      targetKind,
      targetId,
      kind: markContent.shape.kind,
      statement: markContent.shape.statement,
      feltByPartyId: markContent.shape.feltByPartyId,
      causedByPartyId: markContent.shape.causedByPartyId,
      with: z.enum(['organisation', 'map']).default('map'),
    }),
    ({ type: _, id: rowId, with: audience, ...content }, making) => {
      const target = making.draft.need(content.targetKind, content.targetId)
      const { organisationId } = making.author
      const row = addRow('mark', rowId, { ...content, mapId: target.mapId, organisationId }, making)
      changeRow('mark', row, { audience: audienceOf(audience, row, making) }, making)
    },
  ),
  defineAction(
    changing('mark.change', {
      statement: markContent.shape.statement,
      feltByPartyId: markContent.shape.feltByPartyId,
      causedByPartyId: markContent.shape.causedByPartyId,
    }),
    (action, making) => {
      changeRow('mark', making.draft.need('mark', action.id), action.fields, making)
    },
  ),
  defineAction(namingRow('mark.remove'), (action, making) => {
    removeRow('mark', making.draft.need('mark', action.id), making)
  }),
  defineAction(z.strictObject({ type: z.literal('mark.share'), id, with: sharing }), (action, making) => {
    const row = making.draft.need('mark', action.id)
    changeRow('mark', row, { audience: audienceOf(action.with, row, making) }, making)
  }),
] as const

function audienceOf(
  choice: Sharing,
  row: { mapId: string; organisationId: string },
  { draft }: Making,
): string[] {
  const own = organisationKey(row.organisationId)
  if (choice === 'organisation') return [own]
  if (choice === 'map') return [own, mapKey(row.mapId)]
  const active = activeOrganisations(row.mapId, draft)
  const stranger = choice.organisationIds.find((organisationId) => !active.includes(organisationId))
  if (stranger)
    throw new Refusal(
      'edit.invalid',
      'Share with organisations that take part in this map.',
      'with.organisationIds',
    )
  return [...new Set([own, ...choice.organisationIds.map(organisationKey)])]
}
