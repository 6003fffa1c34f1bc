// Asks in two worlds the same, as the same, and says where the answers tell of what only one of them has.
import { rowKinds } from '../../../shared/model/rows.ts'
import { createVisitor } from '../../accounts/visitor.ts'
import type { World } from '../../support/world.ts'
import { newId } from '../scene.ts'
import type { Company } from './company.ts'
import { type Asked, actionOf, actionSchemas, askingFor, type Route } from './requests.ts'
import type { Known } from './sample.ts'
import { answerTo, inCommonWords, type Twin } from './twins.ts'

export type Who = 'visitor' | 'stranger' | 'broker'

export interface Comparing {
  world: World
  twins: readonly [Twin, Twin]
  /** What of the private life stands in these bytes. */
  leaks(bytes: string): string[]
}

/** Every answer that differs, and everything private in any. */
export async function differences(
  { world, twins: [one, two], leaks }: Comparing,
  who: Who,
  requestsOf: (twin: Twin) => Asked[],
): Promise<string[]> {
  const found: string[] = []
  const [left, right] = [requestsOf(one), requestsOf(two)]
  const [first, second] = [askerIn(one, who, world), askerIn(two, who, world)]
  const compare = async (index: number) => {
    const asked = left[index]!
    const answers = await Promise.all([answerTo(first, asked), answerTo(second, right[index]!)])
    const name = `${asked.method} ${asked.path}`
    found.push(...leaks(answers[0]).map((leak) => `${name} gives the ${who} ${leak}`))
    const [said, beside] = [inCommonWords(answers[0], one), inCommonWords(answers[1], two)]
    if (said !== beside) found.push(`${name} answers the ${who} ${firstDifference(said, beside)}`)
  }
  for (const together of inTurns(left)) await Promise.all(together.map(compare))
  await Promise.all([first, second].map(signInAgain))
  return found
}

/** Each route as one would ask for what is there, for what is hidden, and with nothing in it. */
export function requestsTo(routes: readonly Route[]) {
  return (twin: Twin): Asked[] => {
    const there: Known = (field) => twin.shared[field]
    const hidden: Known = (field) => twin.hidden[field] ?? there(field)
    return routes.flatMap((route) => {
      const ofKinds = route.path.includes(':kind')
        ? rowKinds.map((kind) => askingFor(route, hiddenRow(kind, twin)))
        : []
      const empty = route.method === 'GET' ? [] : [askingFor(route, there, true)]
      return [askingFor(route, there), askingFor(route, hidden), ...ofKinds, ...empty]
    })
  }
}

/** Requests that only read are sent a few at once, others one after the other. */
function inTurns(requests: readonly Asked[]): number[][] {
  const turns: number[][] = []
  for (const [index, { method }] of requests.entries()) {
    const last = turns.at(-1)
    const joins = method === 'GET' && last && last.length < 4 && requests[last[0]!]!.method === 'GET'
    if (joins) last.push(index)
    else turns.push([index])
  }
  return turns
}

function hiddenRow(kind: string, { shared, hidden }: Twin): Known {
  return (field) =>
    field === 'kind' ? kind : field === 'rowId' ? hidden[`${kind}Id`] : (hidden[field] ?? shared[field])
}

/** Every action on what is hidden, with what is hidden, and on what is there with what is hidden. */
export function probes(twin: Twin): Asked[] {
  const there: Known = (field) => twin.shared[field]
  const hidden: Known = (field) => twin.hidden[field] ?? there(field)
  const takesMore = actionSchemas.filter(({ properties }) =>
    Object.keys(properties!).some((field) => field !== 'type' && field !== 'id'),
  )
  return [
    asEdits(
      actionSchemas.map((schema) => actionOf(schema, hidden, there)),
      twin,
    ),
    asEdits(
      actionSchemas.map((schema) => actionOf(schema, hidden, hidden)),
      twin,
    ),
    asEdits(
      takesMore.map((schema) => actionOf(schema, there, hidden)),
      twin,
    ),
  ]
}

/** One edit each, so that each has an answer. */
function asEdits(actions: readonly object[], { ecosystemId }: Twin): Asked {
  const clientId = newId()
  const edits = actions.map((action, index) => ({
    clientId,
    number: index + 1,
    version: 1,
    actions: [action],
  }))
  return { method: 'POST', path: `/api/ecosystems/${ecosystemId}/edits`, headers: {}, body: { edits } }
}

function askerIn(twin: Twin, who: Who, world: World): Pick<Company, 'visitor'> & Partial<Company> {
  if (who !== 'visitor') return twin[who]
  return { visitor: createVisitor(world.app as never, twin.name === 'one' ? '127.0.2.1' : '127.0.2.2') }
}

async function signInAgain({ visitor, email }: Pick<Company, 'visitor'> & Partial<Company>): Promise<void> {
  const password = 'long enough for anyone'
  if (email) await visitor.send('POST', '/api/sessions', { email, password })
}

function firstDifference(said: string, beside: string): string {
  const at = [...said].findIndex((letter, index) => letter !== beside[index])
  const from = Math.max(0, at - 60)
  return `…${said.slice(from, from + 200)} beside …${beside.slice(from, from + 200)}`
}
