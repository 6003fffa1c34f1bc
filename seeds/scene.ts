import type { ActionInput } from '../shared/edits/actions/actions.ts'
import type { Terms } from '../shared/model/link.ts'
import type { Accountability } from '../shared/model/ownership.ts'
import type { PartyKind } from '../shared/model/party.ts'
import type { MarkKind } from '../shared/model/perspective.ts'
import type { CardFields, CardSketch } from '../shared/starters/sketch.ts'
import type { StoryOrganisation } from './cast.ts'
import type { StoryIds, Target } from './storyIds.ts'

type Input<T extends ActionInput['type']> = Extract<ActionInput, { type: T }>
type View = Partial<Omit<Input<'perspective.add'>, 'type' | 'id' | 'targetKind' | 'targetId' | 'onBehalfOf'>>
type Charter = Partial<Pick<Input<'map.add'>, 'framework' | 'state' | 'objective' | 'success' | 'scope'>>

const noTerms: Terms = { passes: '', channel: null, trigger: '', expectedMinutes: null, acceptance: '' }

/** What an organisation does in one edit, in the words of a story. */
export class Scene {
  readonly actions: ActionInput[] = []

  constructor(
    readonly ids: StoryIds,
    readonly organisation: StoryOrganisation,
  ) {}

  begins(name: string, goal: string): void {
    this.#does({ type: 'ecosystem.add', id: this.ids.newId('ecosystem'), name, goal, demo: true })
  }

  /** A party of the chain; `held` when it is the organisation's own. */
  names(name: string, kind: PartyKind, tier: number, held = false): void {
    this.#does({ type: 'party.add', id: this.ids.newId('party', name), name, kind, tier, held })
  }

  entrusts(party: string, to: StoryOrganisation): void {
    this.#does({ type: 'party.entrust', id: this.ids.party(party), organisationId: to.id })
  }

  joins(party: string, maps: readonly string[]): void {
    for (const map of maps) {
      const id = this.ids.newId('participant', map, this.organisation.name)
      this.#does({ type: 'participant.join', id, mapId: this.ids.map(map) })
    }
    this.#does({ type: 'party.hold', id: this.ids.party(party) })
  }

  draws(map: string, charter: Charter, sharedStages: readonly string[]): void {
    const id = this.ids.newId('map', map)
    const participantId = this.ids.newId('participant', map, this.organisation.name)
    this.#does({ type: 'map.add', id, participantId, name: map, rank: this.ids.nextRank('map'), ...charter })
    for (const stage of sharedStages) this.#stage(map, null, stage)
  }

  /** A lane with stages of its own when they are named; otherwise it follows the shared ones. */
  lays(
    map: string,
    party: string,
    { stages = [], nature = 'b2b' }: { stages?: readonly string[]; nature?: 'b2b' | 'b2c' } = {},
  ): void {
    const id = this.ids.newId('lane', map, party)
    const rank = this.ids.nextRank('lane', map)
    const place = { mapId: this.ids.map(map), partyId: this.ids.party(party), rank }
    this.#does({ type: 'lane.add', id, ...place, nature, ownStages: stages.length > 0 })
    for (const stage of stages) this.#stage(map, party, stage)
  }

  /** Cards in a party's lane and one of the stages it has or follows, in order. */
  puts(map: string, party: string, stage: string, ...cards: (string | CardSketch)[]): void {
    const laneId = this.ids.lane(map, party)
    const own = this.ids.id('stage', map, party, stage)
    const stageId = this.ids.hasAdded(own) ? own : this.ids.id('stage', map, '', stage)
    for (const card of cards) {
      const [name, fields] = typeof card === 'string' ? [card] : card
      const rank = this.ids.nextRank('card', laneId, stageId)
      this.#does({
        type: 'touchpoint.add',
        id: this.ids.newCard(map, name),
        laneId,
        stageId,
        name,
        rank,
        ...fields,
      })
    }
  }

  /** The card is lived in another party's lane too, in one of its stages, under a name of its own there. */
  shares(card: string, map: string, party: string, stage: string, name: string): void {
    const laneId = this.ids.lane(map, party)
    const own = this.ids.id('stage', map, party, stage)
    const stageId = this.ids.hasAdded(own) ? own : this.ids.id('stage', map, '', stage)
    const rank = this.ids.nextRank('card', laneId, stageId)
    const touchpointId = this.ids.card(card)
    this.#does({
      type: 'side.add',
      id: this.ids.newId('side', card),
      touchpointId,
      laneId,
      stageId,
      rank,
      name,
    })
  }

  /** Whoever begins these contacts. */
  starts(party: string, ...cards: string[]): void {
    for (const card of cards) {
      const fields = { initiatorPartyId: this.ids.party(party) }
      this.#does({ type: 'touchpoint.change', id: this.ids.card(card), fields })
    }
  }

  /** A stage of a party's own that is gone through again and again. */
  repeats(map: string, party: string, stage: string, frequency: string): void {
    const id = this.ids.id('stage', map, party, stage)
    this.#does({ type: 'stage.change', id, fields: { recurs: true, frequency } })
  }

  rewrites(card: string, fields: CardFields & { name?: string }): void {
    const id = this.ids.card(card)
    if (fields.name) this.ids.alsoCalled(card, fields.name)
    this.#does(
      { type: 'touchpoint.change', id, fields },
      { type: 'touchpoint.review', id, review: 'corrected' },
    )
  }

  calls(review: 'right' | 'notOurs', ...cards: string[]): void {
    for (const card of cards) this.#does({ type: 'touchpoint.review', id: this.ids.card(card), review })
  }

  /** Cards one after the other, within a party. */
  leads(...cards: string[]): void {
    for (const [index, card] of cards.slice(1).entries()) this.#link(cards[index]!, card, 'sequence', noTerms)
  }

  loopsBack(from: string, to: string): void {
    this.#link(from, to, 'loopBack', noTerms)
  }

  /** Something passes from a card of one party to a card of another; `name` is how the story speaks of it. */
  hands(name: string, from: string, to: string, terms: Partial<Terms> & { passes: string }): void {
    const whole = { ...noTerms, ...terms }
    this.ids.handoffs.set(name, { id: this.#link(from, to, 'sequence', whole, name), terms: whole })
  }

  changes(handoff: string, terms: Partial<Terms>): void {
    const told = this.ids.handoff(handoff)
    told.terms = { ...told.terms, ...terms }
    this.#does({ type: 'link.change', id: told.id, fields: terms })
  }

  confirms(...handoffs: string[]): void {
    for (const handoff of handoffs) {
      const { id: linkId, terms } = this.ids.handoff(handoff)
      this.#does({ type: 'handoff.confirm', confirmationId: this.#signature(handoff), linkId, terms })
    }
  }

  disputes(handoff: string, note: string): void {
    const linkId = this.ids.handoff(handoff).id
    this.#does({ type: 'handoff.dispute', confirmationId: this.#signature(handoff), linkId, note })
  }

  /** Parts in delivering a card; parts of parties that the lane's organisation does not keep are asked for. */
  owes(card: string, parts: Readonly<Record<string, Accountability>>): void {
    for (const [party, accountability] of Object.entries(parts)) {
      const id = this.ids.newId('ownership', card, party)
      const place = { touchpointId: this.ids.card(card), partyId: this.ids.party(party) }
      this.#does({ type: 'ownership.add', id, ...place, accountability })
    }
  }

  /** Who in the organisation answers for its part; its own to see. */
  answers(card: string, party: string, who: { department?: string; region?: string; person?: string }): void {
    const id = this.ids.newId('responsibility', card, party)
    this.#does({ type: 'responsibility.add', id, ownershipId: this.ids.id('ownership', card, party), ...who })
  }

  agrees(party: string, ...cards: string[]): void {
    for (const card of cards)
      this.#does({ type: 'ownership.decide', id: this.ids.id('ownership', card, party), accept: true })
  }

  /** A view that only this organisation sees. */
  thinks(of: Target, view: View): void {
    this.#view(of, 'self', view)
  }

  /** A view that everyone on the map sees. */
  says(of: Target, view: View): void {
    this.#does({ type: 'perspective.share', id: this.#view(of, 'self', view), with: 'map' })
  }

  /** What customers told this organisation, for everyone on the map. */
  passesOn(of: Target, view: View): void {
    this.#does({ type: 'perspective.share', id: this.#view(of, 'customer', view), with: 'map' })
  }

  /** A mark that everyone on the map sees. */
  marks(
    of: Target,
    kind: MarkKind,
    statement = '',
    parties: { feltBy?: string; causedBy?: string } = {},
  ): void {
    this.#does({
      type: 'mark.add',
      id: this.ids.newId('mark', nameOf(of), kind, this.organisation.name),
      ...this.ids.target(of),
      kind,
      statement,
      feltByPartyId: parties.feltBy ? this.ids.party(parties.feltBy) : null,
      causedByPartyId: parties.causedBy ? this.ids.party(parties.causedBy) : null,
      with: 'map',
    })
  }

  /** A blind round: these organisations rate cards of a map, each without seeing what the others answer. */
  asks(round: string, map: string, organisations: readonly StoryOrganisation[], ...cards: string[]): void {
    this.#does({
      type: 'round.open',
      id: this.ids.newId('round', round),
      mapId: this.ids.map(map),
      name: round,
      measures: ['performance'],
      touchpointIds: cards.map((card) => this.ids.card(card)),
      askedOrganisationIds: organisations.map(({ id }) => id),
    })
  }

  /** Answers a blind round and is done; what is answered stays with the person until the reveal. */
  rates(round: string, answers: Readonly<Record<string, readonly [score: number, reason?: string]>>): void {
    const roundId = this.ids.id('round', round)
    const ballotId = this.ids.newId('ballot', round, this.organisation.name)
    this.#does({ type: 'ballot.start', id: ballotId, roundId })
    for (const [card, [score, reason = '']] of Object.entries(answers)) {
      const id = this.ids.newId('vote', round, card, this.organisation.name)
      const vote = {
        roundId,
        touchpointId: this.ids.card(card),
        measure: 'performance',
        score,
        reason,
      } as const
      this.#does({ type: 'vote.set', id, ...vote })
    }
    this.#does({ type: 'ballot.done', id: ballotId })
  }

  #view(of: Target, onBehalfOf: 'self' | 'customer', view: View): string {
    const id = this.ids.newId('view', nameOf(of), onBehalfOf, this.organisation.name)
    this.#does({ type: 'perspective.add', id, ...this.ids.target(of), onBehalfOf, ...view })
    return id
  }

  #signature(handoff: string): string {
    return this.ids.id('confirmation', handoff, this.organisation.name)
  }

  #stage(map: string, party: string | null, name: string): void {
    const id = this.ids.newId('stage', map, party ?? '', name)
    const laneId = party === null ? null : this.ids.lane(map, party)
    const rank = this.ids.nextRank('stage', map, party ?? '')
    this.#does({ type: 'stage.add', id, mapId: this.ids.map(map), laneId, name, rank })
  }

  #link(from: string, to: string, kind: 'sequence' | 'loopBack', terms: Terms, name = ''): string {
    const id = this.ids.newId('link', from, to, name)
    const ends = { fromTouchpointId: this.ids.card(from), toTouchpointId: this.ids.card(to) }
    this.#does({ type: 'link.add', id, ...ends, kind, ...terms })
    return id
  }

  #does(...actions: ActionInput[]): void {
    this.actions.push(...actions)
  }
}

function nameOf(target: Target): string {
  return typeof target === 'string' ? target : target.handoff
}
