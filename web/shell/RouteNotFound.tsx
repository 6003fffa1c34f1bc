import { useQuery } from '@tanstack/react-query'
import { accountQuery } from '../accounts/account.ts'
import { Empty } from './Empty.tsx'
import { ButtonLink } from './links.tsx'
import { Page } from './Page.tsx'

/** Said alike for what is not there and for what one may not see. */
export function RouteNotFound() {
  const { data: account } = useQuery(accountQuery)
  return (
    <Page title="Nothing at this address" width="text">
      <Empty
        title={
          account
            ? 'It is not there, or not for the organisation you act for'
            : 'It is not there, or not for everybody'
        }
        action={<ButtonLink to="/">To the start page</ButtonLink>}
      >
        {account
          ? 'Check the address. If a partner sent it, ask which organisation it was shared with, and switch to that organisation in the bar above.'
          : 'Check the address. If a partner sent it, sign in first: it may be for your organisation.'}
      </Empty>
    </Page>
  )
}
