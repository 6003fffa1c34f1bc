// The companies of a session as they are before it begins: who organises, which maps there are, who takes part in them.
import { type MemberRight, memberRight } from '../../shared/accounts/roles.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { Grant } from '../../shared/rules/author.ts'
import type { Chance } from './chance.ts'
import type { EditServer, Person } from './editServer.ts'
import type { Markers } from './markers.ts'

export interface Company {
  organisationId: string
  people: Person[]
  partyId: string
  mapIds: string[]
}

export interface Companies {
  ecosystemId: string
  companies: Company[]
  people: Person[]
  /** The first company organises. */
  act(person: Person, actions: ActionInput[], grant?: Grant): Promise<boolean>
  /** Takes part again where it did at the beginning, by an invitation. */
  invite(company: Company): Promise<boolean>
}

const names = ['Insurer', 'Broker', 'Rival', 'Agent']

export async function foundCompanies(
  server: EditServer,
  chance: Chance,
  markers: Markers,
): Promise<Companies> {
  const ecosystemId = chance.uuid()
  const clientId = chance.uuid()
  let number = 0
  const companies = Array.from({ length: chance.between(2, 4) }, () => newCompany(chance, markers))
  const people = companies.flatMap((company) => company.people)
  // Two companies of every session are more than one person.
  while (people.length < chance.between(2, 6)) people.push(newColleague(companies, chance, markers))
  for (const [index, { organisationId }] of companies.entries())
    await server.addOrganisation(organisationId, names[index]!)
  for (const person of people) await server.addPerson(person)
  const act: Companies['act'] = async (person, actions, grant) => {
    number += 1
    const edit = {
      clientId: `${person.personId.slice(0, 24)}${clientId.slice(24)}`,
      number,
      version: 1,
      actions,
    }
    const [answer] = await server.accept(person, ecosystemId, [edit], grant ? { grant } : {})
    return answer!.accepted
  }
  const invite: Companies['invite'] = (company) => {
    const grant: Grant = { kind: 'invitation', partyId: company.partyId, mapIds: company.mapIds }
    const joins = company.mapIds.map(
      (mapId): ActionInput => ({ type: 'participant.join', id: chance.uuid(), mapId }),
    )
    return act(company.people[0]!, joins, grant)
  }
  const organiser = companies[0]!
  await server.found(organiser.people[0]!, ecosystemId)
  const mapIds = Array.from({ length: chance.between(1, 2) }, () => chance.uuid())
  const stages = new Map(mapIds.map((mapId) => [mapId, chance.uuid()]))
  for (const company of companies)
    company.mapIds = company === organiser || chance.oneIn(2) ? mapIds : [chance.pick(mapIds)]
  for (const mapId of mapIds)
    await must(act(organiser.people[0]!, drawMap(mapId, stages.get(mapId)!, chance, markers)))
  await must(act(organiser.people[0]!, drawLanes(companies, stages, chance, markers)))
  for (const company of companies.slice(1)) {
    const grant: Grant = { kind: 'invitation', partyId: company.partyId, mapIds: company.mapIds }
    await must(invite(company))
    await must(act(company.people[0]!, [{ type: 'party.hold', id: company.partyId }], grant))
  }
  return { ecosystemId, companies, people, act, invite }
}

function newCompany(chance: Chance, markers: Markers): Company {
  const [organisationId, personId] = [chance.uuid(), chance.uuid()]
  const name = markers.mark('person', personId)
  const admin: Person = { personId, organisationId, name, role: 'admin', withheld: [], active: true }
  return { organisationId, people: [admin], partyId: chance.uuid(), mapIds: [] }
}

function newColleague(companies: Company[], chance: Chance, markers: Markers): Person {
  const company = chance.pick(companies)
  const role = chance.pick(['admin', 'editor', 'editor', 'viewer'] as const)
  const { organisationId } = company
  const personId = chance.uuid()
  const name = markers.mark('person', personId)
  const person = { personId, organisationId, name, role, withheld: someRights(chance), active: true }
  company.people.push(person)
  return person
}

/** Mostly none: sharing and confirming are to happen. */
export function someRights(chance: Chance): MemberRight[] {
  return chance.oneIn(2) ? [] : memberRight.options.filter(() => chance.oneIn(2))
}

function drawMap(mapId: string, stageId: string, chance: Chance, markers: Markers): ActionInput[] {
  const name = markers.mark('map', mapId)
  return [
    { type: 'map.add', id: mapId, participantId: chance.uuid(), name, rank: 'a0' },
    { type: 'stage.add', id: stageId, mapId, name: markers.mark('stage', stageId), rank: 'a0' },
  ]
}

/** Each company's party, with a lane and a card on each map it takes part in. */
function drawLanes(
  companies: Company[],
  stages: ReadonlyMap<string, string>,
  chance: Chance,
  markers: Markers,
): ActionInput[] {
  return companies.flatMap(({ partyId, mapIds }, index): ActionInput[] => {
    const name = markers.mark('party', partyId)
    const lanes = mapIds.flatMap((mapId): ActionInput[] => {
      const [laneId, id] = [chance.uuid(), chance.uuid()]
      const stageId = stages.get(mapId)!
      const card = markers.mark('touchpoint', id)
      return [
        { type: 'lane.add', id: laneId, mapId, partyId, rank: `a${index}` },
        { type: 'touchpoint.add', id, laneId, stageId, rank: 'a0', name: card },
      ]
    })
    return [{ type: 'party.add', id: partyId, name, kind: 'distributor', held: index === 0 }, ...lanes]
  })
}

async function must(accepted: Promise<boolean>): Promise<void> {
  if (!(await accepted)) throw new Error('a session could not begin')
}
