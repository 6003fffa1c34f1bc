import { notifications } from '@mantine/notifications'
import { messageOf } from '../api/client.ts'

/** Says in a corner why something that was asked for did not happen. */
export function showFailure(problem: unknown): void {
  notifications.show({ color: 'red', message: messageOf(problem), autoClose: 8000 })
}
