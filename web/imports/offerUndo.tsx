import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { editVersion } from '../../shared/edits/actions/actions.ts'
import type { EditReference } from '../../shared/edits/reader.ts'
import { showFailure } from '../accounts/showFailure.ts'
import { httpExchange } from '../sync/exchange.ts'

/** Says that a map was imported, with the one step that takes all of it back. */
export function offerUndo(ecosystemId: string, name: string, edit: EditReference): void {
  const id = `imported-${edit.clientId}`
  const undo = async () => {
    notifications.hide(id)
    const actions = [{ type: 'edit.undo' as const, clientId: edit.clientId, number: edit.number }]
    const undoing = { clientId: crypto.randomUUID(), number: 1, version: editVersion, actions }
    const { answers } = await httpExchange(ecosystemId).send([undoing as never])
    const answer = answers[0]
    const message = answer?.accepted === false ? answer.error.message : `${name} is taken back.`
    notifications.show({ message })
  }
  notifications.show({
    id,
    title: `${name || 'The map'} is imported`,
    autoClose: 60_000,
    message: (
      <Button size="xs" variant="default" mt={6} onClick={() => void undo().catch(showFailure)}>
        Undo the import
      </Button>
    ),
  })
}
