// An organisation's own views and marks, and sharing them.
import { z } from 'zod'
import { id } from '../../model/fields.ts'
import { attributedNoteContent, markContent, perspectiveContent } from '../../model/perspective.ts'
import { Refusal } from '../refusal.ts'
import { addRow, changeRow, changing, defineAction, namingRow, removeRow } from './action.ts'
import { audienceOf, sharing } from './sharing.ts'

const {
  mapId: _mapId,
  organisationId: _organisationId,
  unplacedFrom: _unplacedFrom,
  targetKind,
  targetId,
  onBehalfOf,
  ...seen
} = perspectiveContent.shape

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
      with: z
        .enum(['organisation', 'map'])
        .default('organisation')
        .describe('Who sees it: our organisation until it is shared, or at once everybody on the map.'),
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

  defineAction(
    z.strictObject({
      type: z.literal('attributedNote.add'),
      id,
      targetKind: attributedNoteContent.shape.targetKind,
      targetId,
      attributedTo: attributedNoteContent.shape.attributedTo,
      source: attributedNoteContent.shape.source,
      content: attributedNoteContent.shape.content,
    }),
    ({ type: _, id: rowId, ...content }, making) => {
      const target = making.draft.need(content.targetKind, content.targetId)
      const { organisationId } = making.author
      const mapId = 'mapId' in target ? target.mapId : target.id
      addRow('attributedNote', rowId, { ...content, mapId, organisationId }, making)
    },
  ),
  defineAction(namingRow('attributedNote.remove'), (action, making) => {
    removeRow('attributedNote', making.draft.need('attributedNote', action.id), making)
  }),
] as const
