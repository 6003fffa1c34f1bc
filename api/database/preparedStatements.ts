import type postgres from 'postgres'

/** Long lists of values come in any length: kept, they would fill the memory of every connection. */
const mostParameters = 80

type Unsafe = postgres.Sql['unsafe']
type Scope = postgres.Sql & { savepoint?: unknown }

/**
 * A client for drizzle whose statements each connection keeps prepared. Drizzle asks for unnamed ones, which are
 * described anew before every use: two round trips instead of one, and none of them sent ahead of the answers.
 * `?prepare=false` in the address turns it off, for poolers that hand a connection to another client in between.
 */
export function keepingPrepared(client: postgres.Sql): postgres.Sql {
  return new Proxy(client as Scope, {
    get(target, name) {
      if (name === 'unsafe') {
        const unsafe: Unsafe = (query, parameters = [], options = {}) =>
          target.unsafe(query, parameters, { ...options, prepare: parameters.length <= mostParameters })
        return unsafe
      }
      const value = target[name as keyof Scope]
      if (name !== 'begin' && name !== 'savepoint') return value
      const open = value as (...words: unknown[]) => unknown
      return (...words: unknown[]) => {
        const work = words.pop() as (scope: postgres.Sql) => unknown
        return open(...words, (scope: postgres.Sql) => work(keepingPrepared(scope)))
      }
    },
  })
}
