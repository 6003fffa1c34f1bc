import { Empty } from './Empty.tsx'
import { ButtonLink } from './links.tsx'
import { Page } from './Page.tsx'

/** Said alike for what is not there and for what one may not see. */
export function RouteNotFound() {
  return (
    <Page title="Nothing at this address" width="text">
      <Empty
        title="It is not there, or not for the organisation you act for"
        action={<ButtonLink to="/">To the start page</ButtonLink>}
      >
        Check the address. If a partner sent it, ask which organisation it was shared with, and switch to that
        organisation in the bar above.
      </Empty>
    </Page>
  )
}
