import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: './api/database/tables/*.ts',
  out: './api/database/migrations',
  entities: { roles: false },
})
