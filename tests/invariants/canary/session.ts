// A seeded session of three companies: the insurer shares one map with the broker and another with the rival, and has one
// of its own. Every text they write carries a marker.
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { Sharing } from '../../../shared/edits/actions/sharing.ts'
import type { World } from '../../support/world.ts'
import { newId } from '../scene.ts'
import type { Random } from '../seededRandom.ts'
import { type Company, foundCompany, secretMailed } from './company.ts'
import type { Ledger } from './ledger.ts'

interface SharedRow {
  id: string
  kind: 'perspective' | 'mark' | 'comment'
  owner: Company
  map: SessionMap
  choice: Sharing
}

interface SessionMap {
  id: string
  active: Set<string>
  stageId: string
  linkId: string
  cards: { id: string; keeper: Company }[]
  lanes: { id: string; keeper: Company }[]
}

export interface Session {
  companies: Company[]
  insurer: Company
  broker: Company
  ecosystemId: string
  maps: SessionMap[]
  step(): Promise<void>
  look(company: Company): Promise<void>
  /** The broker shares a view with its map, which the others read, and takes it back. */
  shareForAWhile(read: () => Promise<void>): Promise<void>
  /** How many edits were accepted. */
  accepted: number
  refused: number
}

export async function openSession(world: World, ledger: Ledger, random: Random): Promise<Session> {
  const insurer = await foundCompany(world, 'Insurer')
  const broker = await foundCompany(world, 'Broker')
  const rival = await foundCompany(world, 'Rival')
  const companies = [insurer, broker, rival]
  const inside = () => new Set(maps.flatMap((map) => [...map.active]))
  const maps: SessionMap[] = []
  const goal = ledger.mark(inside)
  const founded = await insurer.act<{ id: string }>('POST', '/api/ecosystems', { name: 'Cover', goal })
  const ecosystemId = founded.body.id
  const insurerParty = newId()
  await insurer.edit(ecosystemId, {
    ...{ type: 'party.add', id: insurerParty, name: ledger.mark(inside), kind: 'producer', held: true },
  })
  for (const partner of [broker, rival, undefined]) maps.push(await addMap(partner))
  const rows: SharedRow[] = []
  const session: Session = {
    ...{ companies, insurer, broker, ecosystemId, maps, accepted: 0, refused: 0 },
    step,
    look,
    shareForAWhile,
  }
  return session

  async function addMap(partner: Company | undefined): Promise<SessionMap> {
    const [id, stageId, linkId, lane, ownLane, partyId] = Array.from({ length: 6 }, newId) as Six
    const [card, ownCard] = [newId(), newId()]
    const map: SessionMap = {
      ...{ id, stageId, linkId, active: new Set([insurer.organisationId]) },
      cards: [{ id: ownCard, keeper: insurer }],
      lanes: [{ id: ownLane, keeper: insurer }],
    }
    const keeper = partner ?? insurer
    map.cards.push({ id: card, keeper })
    map.lanes.push({ id: lane, keeper })
    const text = () => ledger.mark(() => map.active)
    const at = { stageId, rank: 'a0' }
    await insurer.edit(
      ecosystemId,
      {
        type: 'map.add',
        id,
        participantId: newId(),
        name: text(),
        objective: text(),
        scope: text(),
        rank: 'a0',
      },
      { type: 'party.add', id: partyId, name: text(), kind: 'distributor' },
      { type: 'lane.add', id: ownLane, mapId: id, partyId: insurerParty, rank: 'a0' },
      { type: 'lane.add', id: lane, mapId: id, partyId, name: text(), rank: 'a1' },
      { type: 'stage.add', id: stageId, mapId: id, name: text(), goal: text(), rank: 'a0' },
      { type: 'touchpoint.add', id: ownCard, laneId: ownLane, name: text(), ...at },
      { type: 'touchpoint.add', id: card, laneId: lane, name: text(), ...at },
      { type: 'link.add', id: linkId, fromTouchpointId: card, toTouchpointId: ownCard, passes: text() },
    )
    if (partner) await invite(partner, map, partyId)
    return map
  }

  /** By mail, which the invited company reads before it takes part. */
  async function invite(partner: Company, map: SessionMap, partyId: string) {
    map.active.add(partner.organisationId)
    const request = { email: partner.email, partyId, mapIds: [map.id], message: 'Come along' }
    await insurer.act('POST', `/api/ecosystems/${ecosystemId}/invitations`, request)
    const path = '/api/invitations/accept'
    const token = { 'Interlane-Token': await secretMailed(world, partner.email) }
    await partner.visitor.send('POST', path, { organisationId: partner.organisationId }, token)
  }

  function seenBy({ owner, map, choice }: SharedRow): Set<string> {
    if (choice === 'organisation') return new Set([owner.organisationId])
    if (choice === 'map') return new Set([owner.organisationId, ...map.active])
    const named = choice.organisationIds.filter((one) => map.active.has(one))
    return new Set([owner.organisationId, ...named])
  }

  async function make(company: Company, ...actions: ActionInput[]): Promise<boolean> {
    const answer = await company.edit(ecosystemId, ...actions)
    if (answer?.accepted) session.accepted += 1
    else session.refused += 1
    return answer?.accepted === true
  }

  async function step(): Promise<void> {
    const company = random.pick(companies)
    const map = random.pick(maps.filter(({ active }) => active.has(company.organisationId)))
    const doings = [addRow, addRow, changeRow, shareRow, shareRow, changeMap, changeMap, removeAndUndo]
    if (map) await random.pick(doings)(company, map)
    await trespass(random.pick(companies))
    await look(random.pick(companies))
  }

  async function addRow(owner: Company, map: SessionMap): Promise<void> {
    const kind = random.pick(['perspective', 'mark', 'comment'] as const)
    const row: SharedRow = { id: newId(), kind, owner, map, choice: 'organisation' }
    const text = () => ledger.mark(() => seenBy(row))
    const target = random.pick([
      { targetKind: 'touchpoint', targetId: random.pick(map.cards).id } as const,
      { targetKind: 'link', targetId: map.linkId } as const,
    ])
    const said = { statement: text(), notes: text(), behaviour: text(), verbatims: [text(), text()] }
    const onBehalfOf = random.pick(['self', 'customer'] as const)
    const adding: Record<SharedRow['kind'], ActionInput> = {
      perspective: { type: 'perspective.add', id: row.id, ...target, onBehalfOf, ...said },
      mark: {
        ...{ type: 'mark.add', id: row.id, ...target, kind: 'pain', statement: text(), with: 'organisation' },
      },
      comment: { type: 'comment.add', id: row.id, ...target, text: text() },
    }
    const added = await make(owner, adding[kind])
    if (added) rows.push(row)
  }

  function pickOwn(owner: Company): SharedRow | undefined {
    return random.pick(rows.filter((row) => row.owner === owner))
  }

  async function changeRow(owner: Company): Promise<void> {
    const row = pickOwn(owner)
    if (!row) return
    await make(
      owner,
      rewording(
        row,
        ledger.mark(() => seenBy(row)),
      ),
    )
  }

  async function shareRow(owner: Company): Promise<void> {
    const row = pickOwn(owner)
    if (!row) return
    const named = { organisationIds: [random.pick(companies).organisationId] }
    const choice = random.pick<Sharing>(['organisation', 'map', 'map', named])
    const changed = await make(owner, { type: `${row.kind}.share`, id: row.id, with: choice })
    if (changed) row.choice = choice
  }

  async function shareForAWhile(read: () => Promise<void>): Promise<void> {
    const map = maps[0]!
    const row: SharedRow = { id: newId(), kind: 'mark', owner: broker, map, choice: 'map' }
    const target = { targetKind: 'link', targetId: map.linkId } as const
    const statement = ledger.mark(() => seenBy(row))
    await make(broker, { type: 'mark.add', id: row.id, ...target, kind: 'pain', statement, with: 'map' })
    await read()
    row.choice = 'organisation'
    await make(broker, { type: 'mark.share', id: row.id, with: 'organisation' })
  }

  async function changeMap(company: Company, map: SessionMap): Promise<void> {
    const text = ledger.mark(() => map.active)
    const own = random.pick(map.cards.filter(({ keeper }) => keeper === company))
    const lane = random.pick(map.lanes.filter(({ keeper }) => keeper === company))
    const changes: ActionInput[] = [{ type: 'link.change', id: map.linkId, fields: { trigger: text } }]
    if (own) changes.push({ type: 'touchpoint.change', id: own.id, fields: { purpose: text } })
    if (lane) {
      const place = { laneId: lane.id, stageId: map.stageId, rank: 'b0' }
      changes.push({ type: 'touchpoint.add', id: newId(), name: text, ...place })
    }
    await make(company, random.pick(changes))
  }

  /** What hangs on the card becomes unplaced, unseen by whoever removes it, and returns. */
  async function removeAndUndo(company: Company, map: SessionMap): Promise<void> {
    const own = random.pick(map.cards.filter(({ keeper }) => keeper === company))
    if (!own || !(await make(company, { type: 'touchpoint.remove', id: own.id }))) return
    const removal = company.last()
    await look(random.pick(companies))
    await make(company, { type: 'edit.undo', ...removal })
  }

  /** Whatever can be tried with ids one should not know. */
  async function trespass(company: Company): Promise<void> {
    const row = random.pick(rows)
    const map = random.pick(maps)
    const target = { targetKind: 'touchpoint', targetId: random.pick(map.cards).id } as const
    const statement = 'Mine now'
    const other = random.pick(companies)
    const attempts: ActionInput[] = [
      { type: 'map.change', id: map.id, fields: { scope: statement } },
      { type: 'edit.undo', ...other.last(), number: 1 + random.below(20) },
      { type: 'participant.join', id: newId(), mapId: map.id },
    ]
    if (row && row.owner !== company) {
      attempts.push(
        rewording(row, statement),
        { type: `${row.kind}.share`, id: row.id, with: 'map' },
        { type: 'mark.add', id: row.id, ...target, kind: 'pain', statement, with: 'map' },
      )
    }
    const foreign = other !== company && company !== insurer
    if (foreign) await make(company, random.pick(attempts))
  }

  /** Reads what can be read, with everybody's ids. */
  async function look(company: Company): Promise<void> {
    await company.pull(ecosystemId)
    const map = random.pick(maps)
    const paths = [
      '/api/ecosystems',
      `/api/ecosystems/${ecosystemId}`,
      `/api/ecosystems/${ecosystemId}/changes`,
      `/api/ecosystems/${ecosystemId}/invitations`,
      `/api/maps/${map.id}`,
      `/api/maps/${map.id}/export.json`,
      `/api/organisations/${random.pick(companies).organisationId}`,
      '/api/invitations',
      '/api/inbox',
    ]
    await company.act('GET', random.pick(paths))
  }
}

function rewording({ kind, id }: SharedRow, words: string): ActionInput {
  if (kind === 'comment') return { type: 'comment.change', id, fields: { text: words } }
  return { type: `${kind}.change`, id, fields: { statement: words } }
}

type Six = [string, string, string, string, string, string]
