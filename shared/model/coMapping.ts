// What the rows of working together have in common.
import { z } from 'zod'

/** A moment, as an ISO string in UTC. The server sets it when it accepts an edit; the browser guesses it until then. */
export const moment = z.iso.datetime()

/** A day without a time, `YYYY-MM-DD`; null when none was agreed. */
export const dueOn = z.iso.date({ error: 'needs a date like 2027-03-31' }).nullable().default(null)

/** Objects of a map one can talk about. */
export const mapContentKinds = ['map', 'lane', 'stage', 'touchpoint', 'link'] as const
