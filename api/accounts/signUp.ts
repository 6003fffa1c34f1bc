import type { SignUpRequest } from '../../shared/accounts/requests.ts'
import type { Transaction } from '../database/door.ts'
import { accountExistsLetter } from '../mail/accountLetters.ts'
import { foundOrganisation } from '../organisations/founding.ts'
import { mailConfirmation } from './emailConfirmation.ts'
import { addPerson, findPersonByEmail, removeUnconfirmed } from './people.ts'
import type { AccountServices } from './services.ts'
import { type Caller, startSession } from './signIn.ts'
import type { Attempt } from './throttle.ts'

/**
 * Creates a person with its first organisation. Where mail is sent the answer is `undefined` for every address, known or not,
 * and what follows happens after it; otherwise the person is signed in, or refused with `accounts.emailTaken`.
 */
export async function signUp(services: AccountServices, request: SignUpRequest, caller: Caller) {
  const { sends } = services.mailer
  const mailed: Attempt[] = sends ? [['signUpMailToEmail', request.email]] : []
  await services.throttle.attempt(['signUpFromAddress', caller.address], ...mailed)
  const passwordHash = await services.passwords.hash(request.password)
  if (sends) {
    services.afterwards.run('sign-up', () => signUpByMail(services, request, passwordHash))
    return undefined
  }
  return services.door.asSystem('sign up', async (tx) => {
    const person = await addFounder(services, tx, request, { passwordHash })
    return startSession(services, tx, person.id, caller)
  })
}

/** The latest sign-up of an unconfirmed address counts; a confirmed one is told that somebody tried. */
async function signUpByMail(services: AccountServices, request: SignUpRequest, passwordHash: string) {
  const send = await services.door.asSystem('sign up by mail', async (tx) => {
    await removeUnconfirmed(tx, request.email)
    const known = await findPersonByEmail(tx, request.email)
    if (known) {
      const letter = { to: known.email, name: known.name, link: services.pageLink('/sign-in') }
      return () => services.mailer.send(accountExistsLetter(letter))
    }
    const unconfirmed = { passwordHash, awaitsConfirmation: true }
    const person = await addFounder(services, tx, request, unconfirmed)
    return mailConfirmation(services, tx, person)
  })
  await send()
}

async function addFounder(
  services: AccountServices,
  tx: Transaction,
  { name, email, organisation }: SignUpRequest,
  credential: { passwordHash: string; awaitsConfirmation?: boolean },
) {
  const now = services.clock()
  const person = await addPerson(tx, now, { name, email, ...credential })
  const founding = { name: organisation, founderId: person.id }
  await foundOrganisation(tx, now, founding, services.membershipChanged)
  return person
}
