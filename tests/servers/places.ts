// Three companies on one map, set up through the running program as people would do it.
import { randomUUID } from 'node:crypto'
import { Client, type Place, signUp } from '../crash/clients.ts'

export interface Company extends Place {
  organisationId: string
  /** Its own card, on which edits are counted. */
  cardId: string
}

const newId = () => randomUUID() as string

/** The first one organises; each has a party, a lane and a card. */
export async function foundCompanies(address: string, count: number): Promise<Company[]> {
  const organiser = await signUp(address)
  const { mapId, ecosystemId } = organiser
  const drawing = new Client(organiser)
  const stageId = newId()
  drawing.compose([{ type: 'stage.add', id: stageId, mapId, name: 'Buy', rank: 'a0' }])
  const parties = Array.from({ length: count }, (_, index) => {
    const [partyId, laneId, cardId] = [newId(), newId(), newId()]
    const party = { id: partyId, name: `Company ${index}`, kind: 'partner', held: index === 0 }
    drawing.compose([
      { type: 'party.add', ...party },
      { type: 'lane.add', id: laneId, mapId, partyId, rank: `a${index}` },
      { type: 'touchpoint.add', id: cardId, laneId, stageId, rank: 'a0', name: 'Card' },
    ])
    return { partyId, cardId }
  })
  await drawing.send(address)
  const companies = [asCompany(organiser, parties[0]!.cardId)]
  for (const { partyId, cardId } of parties.slice(1)) {
    const partner = await signUp(address)
    const secret = await invite(address, organiser, partyId)
    await accept(address, partner, secret)
    companies.push(asCompany({ ...partner, ecosystemId, mapId }, cardId))
  }
  return companies
}

function asCompany(place: Place, cardId: string): Company {
  return { ...place, cardId, organisationId: place.headers['Interlane-Organisation']! }
}

async function invite(
  address: string,
  { headers, ecosystemId, mapId }: Place,
  partyId: string,
): Promise<string> {
  const request = { email: `${newId()}@example.com`, partyId, mapIds: [mapId], message: 'Come along' }
  const response = await fetch(`${address}/api/ecosystems/${ecosystemId}/invitations`, {
    ...{ method: 'POST', headers, body: JSON.stringify(request) },
  })
  const { delivery } = (await response.json()) as { delivery: { link: string } }
  return new URL(delivery.link).hash.slice(1)
}

async function accept(address: string, { headers }: Place, secret: string): Promise<void> {
  const response = await fetch(`${address}/api/invitations/accept`, {
    method: 'POST',
    headers: { ...headers, 'Interlane-Token': secret },
    body: JSON.stringify({ organisationId: headers['Interlane-Organisation'] }),
  })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
}
