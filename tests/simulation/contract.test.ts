import { afterAll, expect, it } from 'vitest'
import { connect } from '../../api/database/connect.ts'
import { freshDatabase } from '../support/database.ts'
import { describeEditServer, toldOnceCommitted } from './contract.ts'
import { MemoryServer } from './memoryServer.ts'
import { openPlace } from './place.ts'
import { PostgresServer } from './postgresServer.ts'

const database = await freshDatabase()
const other = connect(database.servingUrl, 4)
afterAll(async () => {
  await other.close()
  await database.close()
})

describeEditServer('Postgres', () => new PostgresServer([database, other]))
describeEditServer('memory', () => new MemoryServer())

it('the contract is not met by a server that hints inside the transaction', async () => {
  const place = await openPlace(new MemoryServer({ hintsBeforeCommit: true }))
  await expect(toldOnceCommitted(place)).rejects.toThrow('to deeply equal []')
})
