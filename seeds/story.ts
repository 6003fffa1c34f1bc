// A story is a list of edits, each by one organisation; the words to tell it with are in `Scene`.
import { type EditInput, editVersion } from '../shared/edits/actions/actions.ts'
import type { Author, Grant } from '../shared/rules/author.ts'
import { type StoryOrganisation, speakerOf } from './cast.ts'
import { nameId } from './nameId.ts'
import { Scene } from './scene.ts'
import { StoryIds } from './storyIds.ts'

export interface StoryEdit {
  author: Author
  edit: EditInput
  /** What the server lets this edit do beyond the author's rights: found the ecosystem, or accept an invitation. */
  grant?: Grant
}

export interface Story {
  key: string
  ecosystemId: string
  organisations: StoryOrganisation[]
  edits: StoryEdit[]
}

/** Tells a story from its first edit, which founds the ecosystem, to the last. */
export class Storyteller {
  readonly edits: StoryEdit[] = []
  readonly ids: StoryIds
  readonly #numbers = new Map<string, number>()

  constructor(
    readonly key: string,
    readonly organisations: StoryOrganisation[],
  ) {
    this.ids = new StoryIds(key)
  }

  /** One edit by this organisation: everything it does in the scene happens at once. */
  as(organisation: StoryOrganisation, tell: (we: Scene) => void, grant?: Grant): void {
    const author = speakerOf(organisation)
    const scene = new Scene(this.ids, organisation)
    tell(scene)
    const number = (this.#numbers.get(author.personId) ?? 0) + 1
    this.#numbers.set(author.personId, number)
    const clientId = nameId(this.key, 'client', author.personId)
    const edit: EditInput = { clientId, number, version: editVersion, actions: scene.actions }
    this.edits.push({ author, edit, ...(grant && { grant }) })
  }

  /** The organisation begins the ecosystem, which makes it the one that organises it. */
  founds(organisation: StoryOrganisation, tell: (we: Scene) => void): void {
    this.as(organisation, tell, { kind: 'founding' })
  }

  /** The organisation accepts an invitation: it joins the maps, and the party's lanes become its own. */
  accepts(organisation: StoryOrganisation, party: string, ...maps: string[]): void {
    const partyId = this.ids.party(party)
    const mapIds = maps.map((map) => this.ids.map(map))
    this.as(organisation, (we) => we.joins(party, maps), { kind: 'invitation', partyId, mapIds })
  }

  told(): Story {
    const { key, organisations, edits } = this
    return { key, ecosystemId: this.ids.ecosystem, organisations, edits }
  }
}
