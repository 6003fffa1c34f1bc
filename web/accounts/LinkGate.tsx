import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, messageOf } from '../api/client.ts'
import { Loading } from '../shell/Loading.tsx'
import { ButtonLink } from '../shell/links.tsx'
import { Page } from '../shell/Page.tsx'

interface LinkGateProps<Answer> {
  secret: string
  /** Tells what the link is about, changing nothing. */
  path: string
  children(shown: Answer): ReactNode
}

/** Shows what a mailed link is about, or why it does not work any more. */
export function LinkGate<Answer>({ secret, path, children }: LinkGateProps<Answer>) {
  const { data, error } = useQuery({
    queryKey: ['link', path, secret],
    queryFn: ({ signal }) => api.get<Answer>(path, { secret, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (error) return <DeadLink reason={messageOf(error)} />
  if (data === undefined) return <Loading what="the link" />
  return children(data)
}

export function DeadLink({ reason }: { reason: string }) {
  return (
    <Page title="This link leads nowhere" intro={reason} width="text">
      <ButtonLink to="/">To the start page</ButtonLink>
    </Page>
  )
}
