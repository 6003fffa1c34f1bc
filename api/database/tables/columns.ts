// The few types of columns that rows are made of; each takes the column's name in the database.
import { boolean, integer, text, uuid } from 'drizzle-orm/pg-core'

export const ref = (name: string) => uuid(name).notNull()
export const refOrNone = (name: string) => uuid(name)
export const words = (name: string) => text(name).notNull()
export const wordsOrNone = (name: string) => text(name)
export const list = (name: string) => text(name).array().notNull()
export const refs = (name: string) => uuid(name).array().notNull()
export const flag = (name: string) => boolean(name).notNull()
export const flagOrNone = (name: string) => boolean(name)
export const numberOrNone = (name: string) => integer(name)
