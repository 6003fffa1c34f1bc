// Several people of one organisation, who join as people do: by the link of an invitation.
import { randomUUID } from 'node:crypto'
import type { Place } from '../crash/clients.ts'

/** The person of `place` first, then as many colleagues who may edit as it takes to be `count`. */
export async function withColleagues(address: string, place: Place, count: number): Promise<Place[]> {
  const people = [place]
  while (people.length < count) people.push({ ...place, headers: await join(address, place, people.length) })
  return people
}

async function join(address: string, { headers }: Place, index: number): Promise<Place['headers']> {
  const invitation = { email: `${randomUUID()}@example.com`, role: 'editor' }
  const invited = await send(
    `${address}/api/organisations/${headers['Interlane-Organisation']}/invitations`,
    {
      headers,
      body: invitation,
    },
  )
  const { delivery } = (await invited.json()) as { delivery: { link: string } }
  const joined = await send(`${address}/api/colleague-invitations/current`, {
    headers: {
      'Content-Type': 'application/json',
      'Interlane-Token': new URL(delivery.link).hash.slice(1),
      'X-Forwarded-For': `10.1.0.${index}`,
    },
    body: { newAccount: { name: `Kim ${index}`, password: 'long enough for anyone' } },
  })
  const cookie = joined.headers.getSetCookie().map((line) => line.split(';')[0])
  return { ...headers, Cookie: cookie.join('; ') }
}

async function send(url: string, { headers, body }: { headers: Record<string, string>; body: object }) {
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return response
}
