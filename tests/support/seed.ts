// Property tests draw the same cases in every run, so that a red gate is always somebody's change. SEED explores others.
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_261_121) })
