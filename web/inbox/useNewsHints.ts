import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { lineOf } from '../live/lines.ts'
import { inboxQuery } from './inboxQuery.ts'

/** Whoever takes part in more hears of the rest by asking: a page does not open any number of lines. */
const mostLines = 4

/**
 * Has the inbox read again whenever the server says so, on the lines of these ecosystems.
 * @returns whether all of them are heard; what is not has to be asked for
 */
export function useNewsHints(
  personId: string,
  organisationId: string,
  ecosystemIds: readonly string[] | undefined,
): boolean {
  const queries = useQueryClient()
  const [open, setOpen] = useState<ReadonlySet<string>>(nothing)
  const all = (ecosystemIds ?? []).join(' ')
  useEffect(() => {
    if (!personId || !organisationId || all === '') return
    const readAgain = () => {
      if (document.visibilityState === 'visible')
        void queries.invalidateQueries({ queryKey: inboxQuery(organisationId).queryKey })
    }
    const ends = all
      .split(' ')
      .slice(0, mostLines)
      .map((id) =>
        lineOf(id, { personId, organisationId }).listen({
          onHint: () => {},
          onNews: readAgain,
          onOpen: (isOpen) => setOpen((before) => withOrWithout(before, id, isOpen)),
        }),
      )
    return () => {
      for (const end of ends) end()
      setOpen(nothing)
    }
  }, [personId, organisationId, all, queries])
  return ecosystemIds !== undefined && ecosystemIds.length > 0 && ecosystemIds.every((id) => open.has(id))
}

const nothing: ReadonlySet<string> = new Set()

function withOrWithout(before: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const after = new Set(before)
  if (isIn) after.add(id)
  else after.delete(id)
  return after
}
