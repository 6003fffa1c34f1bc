import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, redirect } from '@tanstack/react-router'
import { accountQuery } from './accounts/account.ts'
import { page } from './pages.ts'
import * as search from './searchParameters.ts'
import { RouteFailure } from './shell/RouteFailure.tsx'
import { RouteLoading } from './shell/RouteLoading.tsx'
import { RouteNotFound } from './shell/RouteNotFound.tsx'
import { Shell } from './shell/Shell.tsx'

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Shell })

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async ({ context }) => {
    const account = await context.queryClient
      .ensureQueryData({ ...accountQuery, retry: false })
      .catch(() => null)
    if (account) throw redirect({ to: '/home' })
  },
  component: page('welcome/WelcomePage'),
})

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: page('welcome/WelcomePage'),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: search.signInSearch,
  component: page('accounts/SignInPage'),
})

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  validateSearch: search.signUpSearch,
  component: page('accounts/SignUpPage'),
})

// Pages that mailed links lead to find the secret in the fragment, which browsers send to no server.
const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  component: page('accounts/ResetPasswordPage'),
})

const confirmEmail = createRoute({
  getParentRoute: () => root,
  path: '/confirm-email',
  component: page('accounts/ConfirmEmailPage'),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitations',
  component: page('invitations/InvitationPage'),
})

const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: page('accounts/JoinPage'),
})

/** Everything below is for people who are signed in; others sign in first and come back. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signedIn',
  beforeLoad: async ({ context, location }) => {
    const account = await context.queryClient.ensureQueryData(accountQuery)
    if (!account) throw redirect({ to: '/sign-in', search: { next: location.href } })
  },
})

const home = createRoute({ getParentRoute: () => signedIn, path: '/home', component: page('home/HomePage') })

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  validateSearch: search.settingsSearch,
  component: page('accounts/SettingsPage'),
})

const inbox = createRoute({
  getParentRoute: () => signedIn,
  path: '/inbox',
  component: page('inbox/InboxPage'),
})

const ownInvitation = createRoute({
  getParentRoute: () => signedIn,
  path: '/invitations/$invitationId',
  component: page('invitations/OwnInvitationPage'),
})

const newEcosystem = createRoute({
  getParentRoute: () => signedIn,
  path: '/new-ecosystem',
  component: page('ecosystems/NewEcosystemPage'),
})

const ecosystem = createRoute({ getParentRoute: () => signedIn, path: '/ecosystems/$ecosystemId' })

/** Where the tab Map leads: the map one looked at last, else the first. */
const lastMap = createRoute({
  getParentRoute: () => ecosystem,
  path: '/',
  component: page('shell/LastMapPage'),
})

const map = createRoute({
  getParentRoute: () => ecosystem,
  path: '/maps/$mapId',
  validateSearch: search.mapSearch,
  component: page('map/MapPage'),
})

const handoffs = createRoute({
  getParentRoute: () => ecosystem,
  path: '/handoffs',
  validateSearch: search.handoffsSearch,
  component: page('handoffs/HandoffsPage'),
})

const handoff = createRoute({
  getParentRoute: () => ecosystem,
  path: '/handoffs/$linkId',
  component: page('handoffs/HandoffPage'),
})

const review = createRoute({
  getParentRoute: () => ecosystem,
  path: '/review',
  validateSearch: search.reviewSearch,
  component: page('review/ReviewPage'),
})

const partners = createRoute({
  getParentRoute: () => ecosystem,
  path: '/partners',
  validateSearch: search.partnersSearch,
  component: page('partners/PartnersPage'),
})

const sharing = createRoute({
  getParentRoute: () => ecosystem,
  path: '/sharing',
  validateSearch: search.sharingSearch,
  component: page('sharing/SharingPage'),
})

const rounds = createRoute({
  getParentRoute: () => ecosystem,
  path: '/rounds',
  component: page('rounds/RoundsPage'),
})

const round = createRoute({
  getParentRoute: () => ecosystem,
  path: '/rounds/$roundId',
  component: page('rounds/RoundPage'),
})

const newRound = createRoute({
  getParentRoute: () => ecosystem,
  path: '/new-round',
  validateSearch: search.newRoundSearch,
  component: page('rounds/NewRoundPage'),
})

const newMap = createRoute({
  getParentRoute: () => ecosystem,
  path: '/new-map',
  validateSearch: search.newMapSearch,
  component: page('ecosystems/NewMapPage'),
})

const claimReview = createRoute({
  getParentRoute: () => ecosystem,
  path: '/lane-review',
  component: page('claimReview/ClaimReviewPage'),
})

const importFile = createRoute({
  getParentRoute: () => ecosystem,
  path: '/import',
  component: page('imports/ImportPage'),
})

const routeTree = root.addChildren([
  start,
  welcome,
  signIn,
  signUp,
  resetPassword,
  confirmEmail,
  invitation,
  join,
  signedIn.addChildren([
    home,
    settings,
    inbox,
    ownInvitation,
    newEcosystem,
    ecosystem.addChildren([
      lastMap,
      map,
      handoffs,
      handoff,
      review,
      partners,
      sharing,
      rounds,
      round,
      newRound,
      newMap,
      claimReview,
      importFile,
    ]),
  ]),
])

export function createInterlaneRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPendingMs: 300,
    defaultPendingComponent: RouteLoading,
    defaultErrorComponent: RouteFailure,
    defaultNotFoundComponent: RouteNotFound,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createInterlaneRouter>
  }
}
