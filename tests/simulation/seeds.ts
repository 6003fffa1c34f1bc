/** The sessions of one run: always the same ones, unless SEED says where to begin. */
export const firstSeed = Number(process.env.SEED ?? 1)

export function seedsFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index)
}

/** What to type to see a session again. */
export function replayLine(seed: number, database: 'memory' | 'postgres'): string {
  return `${database === 'postgres' ? 'DATABASE=postgres ' : ''}SEED=${seed} npm run simulate`
}
