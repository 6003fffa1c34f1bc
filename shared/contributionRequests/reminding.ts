import type { ContributionRequest } from '../model/rows.ts'

/** Whether whoever was asked got a reminder so short a time before this moment that another would only annoy. */
export function wasRemindedLately(
  { remindedAt }: Pick<ContributionRequest, 'remindedAt'>,
  at: string,
): boolean {
  return remindedAt !== null && Date.parse(at) - Date.parse(remindedAt) < quietHours * 3_600_000
}

const quietHours = 4
