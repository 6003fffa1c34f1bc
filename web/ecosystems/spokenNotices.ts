import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import type { Ecosystem } from '../sync/useEcosystem.ts'

/** Tells in a corner what was refused and why, on pages that have no place of their own for it. */
export function useSpokenNotices(ecosystem: Ecosystem | null): void {
  useEffect(() => {
    for (const { id, title, message } of ecosystem?.notices ?? []) {
      notifications.show({ id: `refusal-${id}`, color: 'red', title, message, autoClose: 10_000 })
      ecosystem?.dismiss(id)
    }
  }, [ecosystem])
}
