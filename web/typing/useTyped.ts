import { useLayoutEffect, useRef, useState } from 'react'
import { createTyping, type Typing } from './typing.ts'

interface TypedOptions {
  /** What is there now, also when somebody else has just put it there. */
  value: string
  /** Called with what was typed, when it differs from what was there before. @returns false when it cannot be saved as it is */
  take(text: string): boolean
}

interface Typed extends Pick<Typing, 'type' | 'save' | 'drop'> {
  /** What the field shows: what one types, else what is there now. */
  shown: string
}

/**
 * The text of a field that is saved as one edit. What one has not touched shows what others change, and is never written over
 * it; what one has typed is saved when one leaves, when the field goes, and when the page does.
 */
export function useTyped(options: TypedOptions): Typed {
  const [typed, setTyped] = useState<string | null>(null)
  const latest = useRef(options)
  latest.current = options
  const [typing] = useState(() =>
    createTyping({
      value: () => latest.current.value,
      take: (text) => latest.current.take(text),
      show: setTyped,
    }),
  )
  useLayoutEffect(() => () => typing.end(), [typing])
  const { type, save, drop } = typing
  return { shown: typed ?? options.value, type, save, drop }
}
