import { z } from 'zod'

/** How an invitation gets to the invited: the link is shown once, to the inviter, and only where no mail can be sent. */
export const delivery = z.discriminatedUnion('by', [
  z.object({ by: z.literal('mail') }),
  z.object({ by: z.literal('link'), link: z.string(), warning: z.string() }),
])
export type Delivery = z.infer<typeof delivery>

/** Shown beside every link that the inviter passes on by hand. */
export const linkWarning =
  'This installation sends no mail. Pass the link on yourself: whoever opens it first is taken for the invited person.'
