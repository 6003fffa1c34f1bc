import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useActingMembership } from '../accounts/account.ts'
import { Empty } from '../shell/Empty.tsx'
import { Failure } from '../shell/Failure.tsx'
import { Loading } from '../shell/Loading.tsx'
import { TextLink } from '../shell/links.tsx'
import { Page } from '../shell/Page.tsx'
import { RowList } from '../shell/RowList.tsx'
import { inboxQuery, useMarkRead } from './inboxQuery.ts'
import { NewsItem } from './NewsItem.tsx'

/** What others want one to look at, in the organisation one acts for. */
export function InboxPage() {
  const organisation = useActingMembership()?.organisation
  const organisationId = organisation?.id ?? ''
  const { data, error, refetch } = useQuery({
    ...inboxQuery(organisationId),
    enabled: organisation !== undefined,
  })
  const markRead = useMarkRead(organisationId)
  const unread = data?.lines.filter(({ isRead }) => !isRead).map(({ id }) => id) ?? []
  return (
    <Page
      title="Inbox"
      width="text"
      intro={
        <>
          What others want {organisation?.name ?? 'you'} to look at.{' '}
          <TextLink to="/settings">Settings</TextLink> say how often a letter sums it up.
        </>
      }
      actions={
        unread.length > 0 ? (
          <Button variant="default" onClick={() => markRead.mutate(unread)}>
            Mark all as read
          </Button>
        ) : null
      }
    >
      {error && !data ? <Failure problem={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading what="the inbox" /> : null}
      {data?.lines.length === 0 ? (
        <Empty title="Nothing yet">
          When somebody mentions you in a comment, asks you for something or changes what you agreed on, it
          stands here. So does what changes on a map whose bell you switch on.
        </Empty>
      ) : null}
      {data && data.lines.length > 0 ? (
        <RowList>
          {data.lines.map((line) => (
            <NewsItem key={line.id} line={line} onOpen={() => markRead.mutate([line.id])} />
          ))}
        </RowList>
      ) : null}
    </Page>
  )
}
