import { type KeyboardEvent, type RefObject, useState } from 'react'
import type { Mentionable } from './mentionables.ts'

const mostOffered = 6

/** Offers whom to call while somebody types an @ and the beginning of a name. */
export function useMentioning(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  setText: (text: string) => void,
  candidates: readonly Mentionable[],
) {
  const [caret, setCaret] = useState<number | null>(null)
  const [active, setActive] = useState(0)
  const typed = caret === null ? null : nameBegunAt(text.slice(0, caret))
  const offered = typed === null ? [] : candidates.filter((one) => matches(one, typed)).slice(0, mostOffered)
  const chosen = Math.min(active, offered.length - 1)

  function pick(one: Mentionable) {
    if (typed === null || caret === null) return
    const before = `${text.slice(0, caret - typed.length)}${one.label} `
    setText(`${before}${text.slice(caret)}`)
    setCaret(null)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(before.length, before.length)
    })
  }

  /** @returns true when the key was for the list. */
  function onKeyDown(event: KeyboardEvent): boolean {
    if (offered.length === 0) return false
    if (event.key === 'ArrowDown') setActive((chosen + 1) % offered.length)
    else if (event.key === 'ArrowUp') setActive((chosen + offered.length - 1) % offered.length)
    else if (event.key === 'Enter' || event.key === 'Tab') pick(offered[chosen]!)
    else if (event.key === 'Escape') setCaret(null)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }

  return {
    offered,
    chosen,
    pick,
    onKeyDown,
    onCaret: (position: number) => {
      setCaret(position)
      setActive(0)
    },
    close: () => setCaret(null),
  }
}

/** What stands after the last @ before the caret, as long as it can still be the beginning of a name. */
function nameBegunAt(before: string): string | null {
  const found = /(?:^|[\s(])@([^@\n]{0,40})$/.exec(before)
  return found ? found[1]! : null
}

function matches({ label }: Mentionable, typed: string): boolean {
  const wanted = typed.toLowerCase()
  const name = label.toLowerCase()
  return name.startsWith(wanted) || (wanted !== '' && name.includes(` ${wanted}`))
}
