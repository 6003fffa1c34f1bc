import type { SignUpRequest } from '../../shared/accounts/requests.ts'
import { accountExistsLetter } from '../mail/accountLetters.ts'
import { foundOrganisation } from '../organisations/founding.ts'
import { mailConfirmation } from './emailConfirmation.ts'
import { addPerson, findPersonByEmail, removeUnconfirmed } from './people.ts'
import type { AccountServices } from './services.ts'
import type { Caller } from './signIn.ts'
import { startSession } from './signIn.ts'

/**
 * Creates a person with its first organisation. Where mail is sent the answer is `undefined` for every address, known or not,
 * and what follows happens after it; otherwise the person is signed in, or refused with `accounts.emailTaken`.
 */
export async function signUp(services: AccountServices, request: SignUpRequest, caller: Caller) {
  await services.throttle.attempt(['signUpFromAddress', caller.address])
  const passwordHash = await services.passwords.hash(request.password)
  if (services.mailer.sends) {
    services.afterwards.run('sign-up', () => signUpByMail(services, request, passwordHash))
    return undefined
  }
  return services.door.asSystem('sign up', async (tx) => {
    const now = services.clock()
    const person = await addPerson(tx, now, { ...named(request), passwordHash })
    const organisation = { name: request.organisation, founderId: person.id }
    await foundOrganisation(tx, now, organisation, services.membershipChanged)
    return startSession(services, tx, person.id, caller)
  })
}

/** The latest sign-up of an unconfirmed address counts; a confirmed one is told that somebody tried. */
async function signUpByMail(services: AccountServices, request: SignUpRequest, passwordHash: string) {
  const now = services.clock()
  const send = await services.door.asSystem('sign up by mail', async (tx) => {
    await removeUnconfirmed(tx, request.email)
    const known = await findPersonByEmail(tx, request.email)
    if (known) {
      const letter = { to: known.email, name: known.name, link: services.pageLink('/sign-in') }
      return () => services.mailer.send(accountExistsLetter(letter))
    }
    const unconfirmed = { ...named(request), passwordHash, awaitsConfirmation: true }
    const person = await addPerson(tx, now, unconfirmed)
    const organisation = { name: request.organisation, founderId: person.id }
    await foundOrganisation(tx, now, organisation, services.membershipChanged)
    return mailConfirmation(services, tx, person)
  })
  await send()
}

const named = ({ name, email }: SignUpRequest) => ({ name, email })
