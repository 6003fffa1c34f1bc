// The file an organisation takes along: what is its own in every map it is on, and in those it has left not long ago.
import { inArray } from 'drizzle-orm'
import { withoutUnknownOrganisations } from '../../shared/audience/unknownOrganisations.ts'
import { furtherOwnRows, type OwnRowsDocument, writeOwnMap } from '../../shared/ecosystems/ownRows.ts'
import type { VisibleRow } from '../../shared/edits/exchange.ts'
import type { AccountServices } from '../accounts/services.ts'
import type { ActingViewer } from '../accounts/signedIn.ts'
import type { Transaction } from '../database/door.ts'
import { organisations } from '../database/tables/accounts.ts'
import type { PullChanges } from '../edits/changes.ts'
import { AppError } from '../errors.ts'
import { readDepartures, readLastSeen } from './departures.ts'

interface Services {
  accounts: AccountServices
  pullChanges: PullChanges
}

/** For admins. @throws AppError `notThere` for everybody else, and where there is nothing (any more) to take along. */
export async function writeOwnRows(
  { accounts, pullChanges }: Services,
  viewer: ActingViewer,
  ecosystemId: string,
): Promise<OwnRowsDocument> {
  if (viewer.role !== 'admin') throw new AppError('notThere')
  const { organisationId } = viewer
  const present = await readPresent(pullChanges, viewer, ecosystemId)
  return accounts.door.asSystem('write what an organisation takes along', async (tx) => {
    const all = await readDepartures(tx, accounts.clock(), organisationId)
    const left = all.filter((one) => one.ecosystemId === ecosystemId)
    if (present.length === 0 && left.length === 0) throw new AppError('notThere')
    const lastSeen = await Promise.all(left.map((one) => readLastSeen(tx, one, organisationId)))
    const known = new Set([organisationId, ...organisationsOn(present), ...organisationsOn(lastSeen.flat())])
    const past = lastSeen.map((rows) => rows.map((one) => withoutUnknownOrganisations(one, known)))
    const maps = [...mapsOf(present), ...past].filter((rows) => rows.some(({ kind }) => kind === 'map'))
    const names = await readNames(tx, maps.flat())
    const ecosystem = present.find(({ kind }) => kind === 'ecosystem') as
      | Extract<VisibleRow, { kind: 'ecosystem' }>
      | undefined
    return {
      ...{ format: 'interlane-own-rows', version: 1 },
      organisation: names.find(({ id }) => id === organisationId) ?? { id: organisationId, name: '' },
      ecosystem: { id: ecosystemId, name: ecosystem?.row.name ?? left[0]?.ecosystemName ?? '' },
      maps: maps.map((rows) => writeOwnMap(rows, organisationId, names)),
      further: maps.flatMap((rows) => furtherOwnRows(rows, organisationId)),
    }
  })
}

/** What is seen now; nothing without a place in the ecosystem. */
async function readPresent(pullChanges: PullChanges, viewer: ActingViewer, ecosystemId: string) {
  try {
    return (await pullChanges(viewer, ecosystemId)).rows
  } catch (error) {
    if (error instanceof AppError && error.code === 'notThere') return []
    throw error
  }
}

function mapsOf(rows: readonly VisibleRow[]): VisibleRow[][] {
  const maps = rows.filter(({ kind }) => kind === 'map')
  return maps.map((map) =>
    rows.filter(
      (one) => one === map || one.kind === 'party' || ('mapId' in one.row && one.row.mapId === map.row.id),
    ),
  )
}

/** Whom one knows from the maps one shares, or shared, with them. */
function organisationsOn(rows: readonly VisibleRow[]): string[] {
  return rows.flatMap((one) => (one.kind === 'participant' ? [one.row.organisationId] : []))
}

async function readNames(tx: Transaction, rows: readonly VisibleRow[]) {
  const ids = rows.flatMap(({ row }) => ('organisationId' in row ? [row.organisationId] : []))
  if (ids.length === 0) return []
  const found = await tx
    .select()
    .from(organisations)
    .where(inArray(organisations.id, [...new Set(ids)]))
  return found.map(({ id, name }) => ({ id, name }))
}
