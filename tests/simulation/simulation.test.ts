// Sessions of several companies over a bad network, in memory: hundreds of them, each replayable from its seed.
import { describe, expect, it } from 'vitest'
import { generators } from './actions/generators.ts'
import type { Breakage } from './breakage.ts'
import { MemoryServer } from './memoryServer.ts'
import { firstSeed, replayLine, seedsFrom } from './seeds.ts'
import { type Outcome, playSession } from './session.ts'
import { everyTypedPlace } from './typedFields.ts'

const batches = process.env.LONG ? 38 : 19
const perBatch = 25

const outcomes: Outcome[] = []

async function play(seeds: readonly number[], broken: Breakage = {}): Promise<Outcome[]> {
  const played: Outcome[] = []
  for (const seed of seeds) played.push(await playSession({ seed, present: new MemoryServer(broken) }))
  return played
}

function told(played: readonly Outcome[]): string[] {
  return played
    .filter(({ faults }) => faults.length > 0)
    .map(({ seed, faults }) => `${replayLine(seed, 'memory')}\n  ${faults.join('\n  ')}`)
}

describe('sessions over a bad network, with crashes, and with roles, audiences and owners that change', () => {
  it.each(seedsFrom(0, batches))(
    'end with everybody holding what is theirs and nothing lost (batch %i)',
    async (batch) => {
      const played = await play(seedsFrom(firstSeed + batch * perBatch, perBatch))
      outcomes.push(...played)
      expect(told(played)).toEqual([])
    },
    240_000,
  )

  it('have been through all of it', () => {
    const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, one) => total + of(one), 0)
    const sessions = batches * perBatch
    expect(outcomes).toHaveLength(sessions)
    expect(sum(({ edits }) => edits)).toBeGreaterThan(100 * sessions)
    expect(sum(({ refused }) => refused)).toBeGreaterThan(sessions)
    expect(sum(({ markers }) => markers)).toBeGreaterThan(100 * sessions)
    for (const what of Object.keys(outcomes[0]!.happened) as (keyof Outcome['happened'])[])
      expect(
        sum(({ happened }) => happened[what]),
        what,
      ).toBeGreaterThan(sessions / 2)
    const never = Object.keys(generators).filter((type) => sum(({ accepted }) => accepted[type] ?? 0) === 0)
    expect(never, 'actions that no server ever accepted').toEqual([])
    const marked = new Set(outcomes.flatMap((outcome) => outcome.marked))
    const unmarked = everyTypedPlace().filter((place) => !marked.has(place))
    expect(unmarked, 'texts in which no marker ever stood').toEqual([])
  })

  it('take the same course again from the same seed', async () => {
    const seeds = seedsFrom(firstSeed, 3)
    const [once, again] = [await play(seeds), await play(seeds)]
    expect(again).toEqual(once)
    expect(new Set(once.map(({ course }) => course)).size).toBe(3)
  }, 240_000)
})

describe('the judge of sessions', () => {
  it.each<[string, keyof Breakage, RegExp]>([
    ['everybody sees everything', 'audienceFilterOff', / left for /],
    ['a cache goes on sending what was withdrawn', 'sightOutlivesRevocation', /^cn\.\d+\. of .+ left for /m],
    [
      'a repeated edit takes effect again',
      'missingIdempotency',
      /applied twice|acknowledged and is lost|no answer/,
    ],
    ['who loses sight of a row is not told', 'noTombstones', /too much/],
    ['numbers are given before the commit, as by a bigserial', 'numbersBeforeCommit', /as \{|lacks|too much/],
    ['answers leave before the commit', 'answersBeforeCommit', /acknowledged and is lost/],
    ['membership and participation start nobody afresh', 'epochStays', /too much|lacks/],
    [
      'whoever has a page open is shown what somebody is at',
      'presenceFilterOff',
      /that somebody is at .+ left for/,
    ],
    ['every page is told of every change', 'hintsForAll', /a hint at nothing they may see left for/],
    ['nothing follows on rows the author does not see', 'noConsequences', /does not say|still shared/],
  ])(
    'notices a server where %s',
    async (_, broken, told) => {
      const faults: string[] = []
      for (let seed = 1; seed <= 60 && !faults.some((fault) => told.test(fault)); seed++)
        faults.push(...(await play([seed], { [broken]: true })).flatMap((outcome) => outcome.faults))
      expect(faults.join('\n')).toMatch(told)
    },
    240_000,
  )
})
