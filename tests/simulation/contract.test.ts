import { afterAll } from 'vitest'
import { connect } from '../../api/database/connect.ts'
import { freshDatabase } from '../support/database.ts'
import { describeEditServer } from './contract.ts'
import { MemoryServer } from './memoryServer.ts'
import { PostgresServer } from './postgresServer.ts'

const database = await freshDatabase()
const other = connect(database.servingUrl, 4)
afterAll(async () => {
  await other.close()
  await database.close()
})

describeEditServer('Postgres', () => new PostgresServer([database, other]))
describeEditServer('memory', () => new MemoryServer())
