import { generateKeyBetween } from 'fractional-indexing'
import type { Terms } from '../shared/model/link.ts'
import { nameId } from './nameId.ts'

/** A handoff by the name it is spoken of, with its terms as they stand at this point of the story. */
export interface ToldHandoff {
  id: string
  terms: Terms
}

/** What the names in a story stand for, and where the next of each kind goes. */
export class StoryIds {
  readonly handoffs = new Map<string, ToldHandoff>()
  readonly #lastRanks = new Map<string, string>()
  readonly #added = new Set<string>()
  readonly #cards = new Map<string, string>()

  constructor(readonly key: string) {}

  get ecosystem(): string {
    return this.id('ecosystem')
  }
  party = (name: string) => this.id('party', name)
  map = (name: string) => this.id('map', name)
  lane = (map: string, party: string) => this.id('lane', map, party)

  id(...words: string[]): string {
    return nameId(this.key, ...words)
  }

  /** @throws Error when the story has used this name for another row of its kind */
  newId(...words: string[]): string {
    const id = this.id(...words)
    if (this.#added.has(id)) throw new Error(`${this.key} tells of ${words.join(' / ')} twice`)
    this.#added.add(id)
    return id
  }

  hasAdded(id: string): boolean {
    return this.#added.has(id)
  }

  /** The rank after the last one given in this place. */
  nextRank(...place: string[]): string {
    const key = place.join('\u0000')
    const rank = generateKeyBetween(this.#lastRanks.get(key) ?? null, null)
    this.#lastRanks.set(key, rank)
    return rank
  }

  newCard(map: string, name: string): string {
    const id = this.newId('card', map, name)
    this.#cards.set(name, id)
    return id
  }

  /** From here on the story speaks of the card by another name too. */
  alsoCalled(card: string, name: string): void {
    this.#cards.set(name, this.card(card))
  }

  /** @throws Error for a card that has not been told of */
  card(name: string): string {
    const id = this.#cards.get(name)
    if (!id) throw new Error(`${this.key} knows no card “${name}”`)
    return id
  }

  /** @throws Error for a handoff that has not been told of */
  handoff(name: string): ToldHandoff {
    const handoff = this.handoffs.get(name)
    if (!handoff) throw new Error(`${this.key} knows no handoff “${name}”`)
    return handoff
  }

  /** A card or a handoff by its name; handoffs are asked for with `{ handoff }`. */
  target(target: Target): { targetKind: 'touchpoint' | 'link'; targetId: string } {
    if (typeof target === 'string') return { targetKind: 'touchpoint', targetId: this.card(target) }
    return { targetKind: 'link', targetId: this.handoff(target.handoff).id }
  }
}

/** A card by its name, or a handoff by the name given to it. */
export type Target = string | { handoff: string }
