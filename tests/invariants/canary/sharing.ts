// Views that are shared for a while, in both worlds alike, marked in the first alone.
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import { newId } from '../scene.ts'
import type { Company } from './company.ts'
import { must, type Twin } from './twins.ts'

type Sharer = readonly [author: Company, twin: Twin]

const sharedKinds = ['perspective', 'mark', 'responsibility', 'comment'] as const

/** In the second world something else is shared and taken back: that it was is told to those who saw it. */
export async function addPlainViews({ insurer, ecosystemId, shared, hidden }: Twin) {
  for (const kind of sharedKinds) hidden[`${kind}Id`] = newId()
  const about = { targetKind: 'touchpoint', targetId: shared.touchpointId! } as const
  const { perspectiveId, markId, responsibilityId, commentId } = hidden as Record<string, string>
  await must(
    insurer,
    ecosystemId,
    { type: 'perspective.add', id: perspectiveId!, ...about, notes: 'Plain' },
    { type: 'mark.add', id: markId!, ...about, kind: 'pain', statement: 'Plain', with: 'organisation' },
    { type: 'responsibility.add', id: responsibilityId!, ownershipId: shared.ownershipId!, person: 'Plain' },
    { type: 'comment.add', id: commentId!, ...about, text: 'Plain' },
  )
}

/** Shares what is hidden with the brokers, who look; then takes it back. */
export async function shareForAWhile(first: Sharer, second: Sharer, look: () => Promise<void>) {
  const both = async (choice: 'organisation' | 'broker') => {
    for (const [author, twin] of [first, second]) {
      const { hidden, ecosystemId, broker } = twin
      const { organisationId } = broker
      const named = { organisationIds: [organisationId] }
      const share = (kind: (typeof sharedKinds)[number]): ActionInput => ({
        ...{ type: `${kind}.share`, id: hidden[`${kind}Id`]! },
        with: choice === 'broker' ? named : choice,
      })
      const mentions = choice === 'broker' ? [{ organisationId }] : []
      const call = { type: 'comment.change', id: hidden.commentId!, fields: { mentions } } as const
      await must(author, ecosystemId, ...sharedKinds.map(share), call)
    }
  }
  await both('broker')
  await look()
  await both('organisation')
}
