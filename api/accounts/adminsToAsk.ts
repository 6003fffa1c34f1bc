import { sql } from 'drizzle-orm'

/** Of a row of `memberships`: names of those in its organisation who give what is withheld; nobody while nothing is. */
export const adminsToAsk = sql<
  string[]
>`case when cardinality(memberships.withheld) = 0 then '{}'::text[] else array(
  select admin.name from memberships giving join people admin on admin.id = giving.person_id
  where giving.organisation_id = memberships.organisation_id and giving.active and giving.role = 'admin'
  order by admin.name) end`
