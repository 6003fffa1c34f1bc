import { Hono } from 'hono'
import {
  type DigestChoice,
  digestChoice,
  type InboxAnswer,
  inboxAnswer,
  readMarks,
} from '../../shared/inbox/answers.ts'
import type { AccountServices } from '../accounts/services.ts'
import { actingOrganisation, requirePerson } from '../accounts/signedIn.ts'
import type { Door } from '../database/door.ts'
import { describe } from '../describe.ts'
import { input } from '../input.ts'
import { smallBody } from '../smallBody.ts'
import { readInbox } from './queries.ts'
import { chooseDigest, markRead, readDigestChoice } from './service.ts'

/** What a person should look at, in the organisation they act for, and how often a letter says so. */
export function inboxRoutes({ accounts, door }: { accounts: AccountServices; door: Door }) {
  const signedIn = requirePerson(accounts)
  const acting = actingOrganisation(accounts)
  return new Hono()
    .use('/api/inbox/*', smallBody)
    .get(
      '/api/inbox',
      describe('Inbox', 'What one should look at, as one may see it now', { 200: inboxAnswer }),
      signedIn,
      acting,
      async (context) => context.json<InboxAnswer>(await readInbox(door, context.get('viewer'))),
    )
    .post(
      '/api/inbox/read',
      describe('Inbox', 'Marks lines as read', { 204: null }),
      signedIn,
      acting,
      input('json', readMarks),
      async (context) => {
        await markRead(door, context.get('viewer'), context.req.valid('json').ids)
        return context.body(null, 204)
      },
    )
    .get(
      '/api/inbox/digest',
      describe('Inbox', 'How often a letter sums up what is unread', { 200: digestChoice }),
      signedIn,
      async (context) =>
        context.json<DigestChoice>({
          digest: await readDigestChoice(door, context.get('person').personId),
        }),
    )
    .put(
      '/api/inbox/digest',
      describe('Inbox', 'Chooses how often a letter sums up what is unread', { 204: null }),
      signedIn,
      input('json', digestChoice),
      async (context) => {
        await chooseDigest(door, context.get('person').personId, context.req.valid('json').digest)
        return context.body(null, 204)
      },
    )
}
