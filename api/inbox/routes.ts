import { Hono } from 'hono'
import { mapParameter } from '../../shared/ecosystems/requests.ts'
import {
  type DigestChoice,
  digestChoice,
  type FollowingAnswer,
  followingAnswer,
  followingChoice,
  type InboxAnswer,
  inboxAnswer,
  readMarks,
} from '../../shared/inbox/answers.ts'
import type { AccountServices } from '../accounts/services.ts'
import { actingOrganisation, requirePerson } from '../accounts/signedIn.ts'
import type { Door } from '../database/door.ts'
import { describe } from '../describe.ts'
import { input } from '../input.ts'
import { readRightLines } from '../organisations/rightChanges.ts'
import { smallBody } from '../smallBody.ts'
import { addLines, chooseFollowing, readFollowedLines, readFollowing } from './following.ts'
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
      async (context) => {
        const viewer = context.get('viewer')
        const [inbox, followed, rights] = await Promise.all([
          readInbox(door, viewer),
          readFollowedLines(door, viewer, accounts.clock()),
          readRightLines(door, viewer, accounts.clock()),
        ])
        return context.json<InboxAnswer>(addLines(inbox, [...followed, ...rights]))
      },
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
    .get(
      '/api/maps/:mapId/following',
      describe('Inbox', 'Whether one is told what changes on a map, and how many colleagues are', {
        200: followingAnswer,
      }),
      signedIn,
      acting,
      input('param', mapParameter),
      async (context) => {
        const { mapId } = context.req.valid('param')
        return context.json<FollowingAnswer>(await readFollowing(door, context.get('viewer'), mapId))
      },
    )
    .put(
      '/api/maps/:mapId/following',
      describe('Inbox', 'Begins or stops telling one what changes on a map', { 204: null }),
      smallBody,
      signedIn,
      acting,
      input('param', mapParameter),
      input('json', followingChoice),
      async (context) => {
        const { mapId } = context.req.valid('param')
        const { follows } = context.req.valid('json')
        await chooseFollowing(door, context.get('viewer'), { mapId, follows })
        return context.body(null, 204)
      },
    )
}
