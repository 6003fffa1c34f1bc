import type { ActionInput } from '../edits/actions/actions.ts'

export interface StarterOptions {
  /** A fresh id at each call. */
  newId: () => string
  mapId: string
  mapName: string
  /** The name under which the organisation that makes the map appears in the chain. */
  organisationName: string
  /** A party this organisation holds already in the ecosystem; without it one is added. */
  ownPartyId?: string
  /** Place of the map among the ecosystem's; the first without it. */
  mapRank?: string
}

/** A map to begin with. Its actions form one edit, so that one undo takes it all back. */
export interface Starter {
  key: string
  name: string
  description: string
  actions(options: StarterOptions): ActionInput[]
}
