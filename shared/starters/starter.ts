import type { ActionInput } from '../edits/actions/actions.ts'
import type { PartyKind } from '../model/party.ts'

/** A lane of a starter beside one's own: what its party is called while nobody has named it, and where it stands. */
export interface StarterRole {
  key: string
  name: string
  kind: PartyKind
  tier: number
}

/** A party of the ecosystem that lives one of a starter's lanes. */
export interface StarterParty {
  id: string
  /** False where another organisation answers for it on the new map: its lane is left for that one to fill. */
  isOursToDescribe: boolean
}

export interface StarterOptions {
  /** A fresh id at each call. */
  newId: () => string
  mapId: string
  mapName: string
  /** The name under which the organisation that makes the map appears in the chain. */
  organisationName: string
  /** A party this organisation holds already in the ecosystem; without it one is added. */
  ownPartyId?: string
  /** By the key of a role, the party of the ecosystem that stands there; without it one is added. */
  parties?: Readonly<Record<string, StarterParty>>
  /** By the key of a role, what a party that is added is called; otherwise by its role. */
  names?: Readonly<Record<string, string>>
  /** Place of the map among the ecosystem's; the first without it. */
  mapRank?: string
}

/** A map to begin with. Its actions form one edit, so that one undo takes it all back. */
export interface Starter {
  key: string
  name: string
  description: string
  roles: readonly StarterRole[]
  actions(options: StarterOptions): ActionInput[]
}
