// The closed list of actions: the only ways in which anything in an ecosystem changes.
import { z } from 'zod'
import { id } from '../../model/fields.ts'
import type { ActionDefinition } from './action.ts'
import { commentActions } from './comments.ts'
import { contributionRequestActions } from './contributionRequests.ts'
import { ecosystemActions } from './ecosystems.ts'
import { handoffActions } from './handoffs.ts'
import { handoverActions } from './handovers.ts'
import { laneActions } from './lanes.ts'
import { linkActions } from './links.ts'
import { mapActions } from './maps.ts'
import { moveActions } from './moves.ts'
import { ownershipActions } from './ownerships.ts'
import { participantActions } from './participants.ts'
import { partyActions } from './parties.ts'
import { roundActions } from './rounds.ts'
import { sessionActions, stickyActions } from './sessions.ts'
import { sideActions } from './sides.ts'
import { stageActions } from './stages.ts'
import { touchpointActions } from './touchpoints.ts'
import { undoActions } from './undo.ts'
import { viewActions } from './views.ts'

const definitions = [
  ...ecosystemActions,
  ...handoverActions,
  ...partyActions,
  ...mapActions,
  ...participantActions,
  ...laneActions,
  ...stageActions,
  ...touchpointActions,
  ...sideActions,
  ...moveActions,
  ...sessionActions,
  ...stickyActions,
  ...ownershipActions,
  ...linkActions,
  ...handoffActions,
  ...viewActions,
  ...roundActions,
  ...commentActions,
  ...contributionRequestActions,
  ...undoActions,
] as const

type Schema = (typeof definitions)[number]['schema']

/** An action as the server has checked it: defaults filled in. */
export type Action = z.output<Schema>
/** An action as one writes it: fields with defaults may be left out. */
export type ActionInput = z.input<Schema>
export type ActionType = Action['type']

const schemas = definitions.map((definition) => definition.schema) as unknown as [Schema, ...Schema[]]

export const action = z.discriminatedUnion('type', schemas) as unknown as z.ZodType<Action, ActionInput>

/** The version in which edits are written now; what the one before meant is said in readEdit. */
export const editVersion = 2

/** One gesture: applied whole or not at all, undone as one step. Numbers count up per client. */
export const edit = z.strictObject({
  clientId: id,
  number: z.number().int().min(1),
  version: z.literal<number>(editVersion),
  actions: z
    .array(action)
    .min(1)
    .max(10_000)
    .refine((actions) => actions.filter(({ type }) => type === 'edit.undo').length <= 1, {
      error: 'undo one edit at a time',
    }),
})
export type Edit = z.output<typeof edit>
export type EditInput = z.input<typeof edit>

const byType = new Map(definitions.map((definition) => [definition.schema.shape.type.value, definition]))

export const actionTypes: readonly ActionType[] = [...byType.keys()]

export function definitionOf(type: ActionType): ActionDefinition<z.ZodType<Action>> {
  return byType.get(type) as unknown as ActionDefinition<z.ZodType<Action>>
}
