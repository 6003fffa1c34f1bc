import { Hono } from 'hono'

/** What `/readyz` asks before it says yes. */
export interface Readiness {
  /** True from the moment the program was told to stop. */
  isDraining(): boolean
  /** Rejects when the database does not answer. */
  askDatabase(): Promise<unknown>
}

const patienceMilliseconds = 2_000

/** `/livez`: the process answers. `/readyz`: it can do its work, so send it requests; 503 otherwise. */
export function healthRoutes(readiness: Readiness) {
  return new Hono()
    .get('/livez', (context) => context.json({ status: 'alive' as const }))
    .get('/readyz', async (context) => {
      if (readiness.isDraining()) return context.json({ status: 'stopping' as const }, 503)
      const answered = await Promise.race([
        readiness.askDatabase().then(
          () => true,
          () => false,
        ),
        new Promise<false>((resolve) => setTimeout(resolve, patienceMilliseconds, false).unref()),
      ])
      return answered
        ? context.json({ status: 'ready' as const })
        : context.json({ status: 'no database' as const }, 503)
    })
}
