// What a person should look at. It names rows and says nothing of them: whoever reads it reads the row as it may be seen then.
import { sql } from 'drizzle-orm'
import { index, pgPolicy, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import type { NewsKind } from '../../../shared/inbox/news.ts'
import type { RowKind } from '../../../shared/model/rows.ts'
import { systemOnly, viewerKeys, viewerRole } from './governed.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** One line of a person's inbox, in the organisation they were called in. */
export const news = pgTable(
  'news',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    ecosystemId: uuid('ecosystem_id').notNull(),
    personId: uuid('person_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    kind: text('kind').$type<NewsKind>().notNull(),
    rowKind: text('row_kind').$type<RowKind>().notNull(),
    rowId: uuid('row_id').notNull(),
    /** Who caused it; its name is shown only where the row shows it, or showed it to this reader. */
    byOrganisationId: uuid('by_organisation_id').notNull(),
    at: moment('at').notNull().defaultNow(),
    readAt: moment('read_at'),
    mailedAt: moment('mailed_at'),
  },
  (table) => [
    index('news_by_person').on(table.personId, table.organisationId, table.at),
    index('news_by_row').on(table.ecosystemId, table.rowId),
    pgPolicy('news_viewer_reads', {
      to: viewerRole,
      for: 'select',
      using: sql`('person:' || ${table.personId}) = any(${viewerKeys}) and ('org:' || ${table.organisationId}) = any(${viewerKeys})`,
    }),
    systemOnly('news'),
  ],
).enableRLS()

/** A map on which a person, in one organisation, wants to be told what changes. What changed is read when it is told. */
export const mapFollowers = pgTable(
  'map_followers',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    ecosystemId: uuid('ecosystem_id').notNull(),
    mapId: uuid('map_id').notNull(),
    personId: uuid('person_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    since: moment('since').notNull().defaultNow(),
    readAt: moment('read_at'),
    /** Until when letters have told of it. */
    mailedUntil: moment('mailed_until'),
  },
  (table) => [
    unique('map_followers_once').on(table.personId, table.organisationId, table.mapId),
    index('map_followers_by_map').on(table.mapId, table.organisationId),
    pgPolicy('map_followers_viewer_reads', {
      to: viewerRole,
      for: 'select',
      using: sql`('person:' || ${table.personId}) = any(${viewerKeys}) and ('org:' || ${table.organisationId}) = any(${viewerKeys})`,
    }),
    systemOnly('map_followers'),
  ],
).enableRLS()
