import { afterAll } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { describeEditServer } from './contract.ts'
import { MemoryServer } from './memoryServer.ts'
import { PostgresServer } from './postgresServer.ts'

const database = await freshDatabase()
afterAll(database.close)

describeEditServer('Postgres', () => new PostgresServer([database]))
describeEditServer('memory', () => new MemoryServer())
