// What a field is called where one fills it in.
import type { RowKind } from '../../shared/model/rows.ts'
import { viewNames } from '../sharing/viewWords.ts'

type Names = Readonly<Record<string, string>>

const names: Names = {
  ...viewNames,
  name: 'Name',
  goal: 'Goal',
  description: 'What happens',
  purpose: 'What it is for',
  documents: 'Documents',
  layer: 'Layer of the relationship',
  passes: 'What passes',
  trigger: 'What sets it off',
  acceptance: 'Accepted when',
  expectedMinutes: 'Expected within',
  promisedMinutes: 'Time promised',
  channel: 'Channel',
  frequency: 'How often',
  segments: 'Segments it holds for',
  customerRoles: 'Roles at the customer',
  experienceStandard: 'How it should feel',
  options: 'Options',
  criteria: 'Decided by',
  reasons: 'Why they leave',
  leavers: 'How many leave',
  leaversPer: 'In each',
  recurs: 'Comes back again and again',
  mode: 'Digital or physical',
  laneId: 'Lane',
  stageId: 'Stage',
  rank: 'Place in the order',
  column: 'Place in the order',
  audience: 'Who sees it',
  initiatorPartyId: 'Who begins it',
  customerSees: 'The end customer sees it',
  emotionIntensity: `${viewNames.emotion}: how strongly`,
  desiredIntensity: `${viewNames.desiredEmotion}: how strongly`,
  feltByPartyId: 'Who feels it',
  causedByPartyId: 'Who causes it',
  objective: 'Objective',
  success: 'What success looks like',
  scope: 'Scope',
  framework: 'Type',
  nature: 'Nature',
  ownStages: 'Has its own stages',
  tier: 'Steps from the end customer',
  accountability: 'Part',
  department: 'Department',
  region: 'Region',
  person: 'Person',
  text: 'Words',
  question: 'Question',
  dueOn: 'Until when',
  state: 'State',
  kind: 'Kind',
}

const namesOfKind: Partial<Record<RowKind, Names>> = {
  lane: { name: 'Department' },
  link: { channel: 'By which channel' },
  party: { kind: 'Role in chain' },
  side: { name: 'Name on the other side' },
  mark: { statement: 'In one sentence' },
}

/** A field nobody fills in by itself is called by its name in the model, spaced. */
export function fieldName(kind: RowKind, field: string): string {
  const spaced = field.replace(/Id$/, '').replaceAll(/([A-Z])/g, (capital) => ` ${capital.toLowerCase()}`)
  return namedField(kind, field) ?? spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

export function namedField(kind: RowKind, field: string): string | undefined {
  return namesOfKind[kind]?.[field] ?? names[field]
}
