import { EcosystemStore } from './ecosystemStore.ts'
import { httpExchange } from './exchange.ts'
import { keepingNothing } from './kept/keeping.ts'
import { LocalKeeping } from './kept/localKeeping.ts'
import { OpenStores } from './openStores.ts'

/** All stores of this page. Where the browser has no locks, two tabs could not agree who sends what: then nothing is kept. */
export const pageStores = new OpenStores((ecosystemId, author) => {
  const { personId, organisationId } = author
  const keeping =
    'locks' in navigator ? new LocalKeeping({ personId, organisationId, ecosystemId }) : keepingNothing
  return new EcosystemStore(ecosystemId, author, httpExchange(ecosystemId, author), keeping)
})
