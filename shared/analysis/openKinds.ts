// What of each kind of row lies open to whoever joins a map.
import type { AnyRow, RowKind } from '../model/rows.ts'

interface Counted {
  one: string
  many: string
}

/** Every kind has its word, or says why whoever joins is not told a number of it. */
export const openKinds: Record<RowKind, Counted | { notCounted: string }> = {
  ecosystem: { notCounted: 'is named as where they take part' },
  party: { notCounted: 'is named by its lanes' },
  map: { notCounted: 'is named by itself' },
  participant: { notCounted: 'is named by its organisation' },
  lane: { one: 'lane', many: 'lanes' },
  stage: { one: 'stage', many: 'stages' },
  touchpoint: { one: 'card', many: 'cards' },
  side: { notCounted: 'is part of its card' },
  move: { notCounted: 'is part of its card' },
  ownership: { one: 'part in a card', many: 'parts in cards' },
  responsibility: { one: 'person or department in charge', many: 'people or departments in charge' },
  link: { one: 'handoff', many: 'handoffs' },
  confirmation: { notCounted: 'is part of its handoff' },
  mark: { one: 'mark', many: 'marks' },
  perspective: { one: 'shared view', many: 'shared views' },
  attributedNote: { notCounted: 'stays with the organisation that brought it' },
  comment: { one: 'thread', many: 'threads' },
  session: { one: 'session', many: 'sessions' },
  sticky: { one: 'sticky', many: 'stickies' },
  round: { notCounted: 'is for the organisations it asks' },
  ballot: { notCounted: 'is for the organisations of its round' },
  vote: { notCounted: 'is for the organisations of its round' },
  contributionRequest: { notCounted: 'is for who asks and who is asked' },
  handover: { notCounted: 'is for who offers and who is offered' },
}

/** What an organisation says in its own name, and may let everybody on a map see. */
export const saidKinds = ['perspective', 'mark', 'responsibility', 'comment', 'session', 'sticky'] as const
export type SaidKind = (typeof saidKinds)[number]

/** A thread counts once, whatever was replied in it. */
export function isReply(row: AnyRow): boolean {
  return 'replyToId' in row && row.replyToId !== null
}

/** Such as "3 marks"; empty for none. */
export function sayCount(kind: RowKind, count: number): string {
  const words = openKinds[kind]
  if (count === 0 || 'notCounted' in words) return ''
  return `${count} ${count === 1 ? words.one : words.many}`
}
