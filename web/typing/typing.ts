// One text that is being typed, and all of them on this page: what one has typed is saved before its place goes.

export interface Typing {
  /** What is in the field by now. */
  type(text: string): void
  /** Saves what was typed; of what one has not touched nothing is written. @returns false when it cannot be saved as it is */
  save(): boolean
  /** Takes back what was typed. */
  drop(): void
  /** The field goes away: whatever is still in it is saved, in whatever way one has left it. */
  end(): void
}

interface TypingParts {
  /** What stands in the field while nobody types. */
  value(): string
  /** @returns false when the text cannot be saved as it is */
  take(text: string): boolean
  /** Null when nobody types. */
  show(text: string | null): void
}

const underWay = new Set<Typing>()

export function createTyping({ value, take, show }: TypingParts): Typing {
  let typed: { text: string; over: string } | null = null
  const set = (next: typeof typed) => {
    typed = next
    show(next?.text ?? null)
    if (next) underWay.add(typing)
    else underWay.delete(typing)
  }
  const typing: Typing = {
    type: (text) => set({ text, over: typed?.over ?? value() }),
    drop: () => set(null),
    save: () => {
      const was = typed
      if (!was) return true
      set(null)
      // Typed and taken back by hand is not touched either: by now somebody else's may stand there.
      if (was.text === was.over || take(was.text)) return true
      set(was)
      return false
    },
    end: () => {
      typing.save()
      set(null)
    },
  }
  return typing
}

/** Saves what is being typed anywhere on this page. @returns false when some of it cannot be saved as it is */
export function saveAllTyped(): boolean {
  return [...underWay].map((typing) => typing.save()).every(Boolean)
}
