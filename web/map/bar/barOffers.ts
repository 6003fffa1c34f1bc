import type { Offer } from '../../search/offers.ts'
import type { MapView } from '../useMap.ts'
import type { MapCommands } from '../useMapCommands.ts'
import type { MapBarProps } from './MapBar.tsx'
import { type Shown, shownNames } from './shown.ts'

/** What the bar over a map does, under the names of its buttons. */
export function barOffers(
  { shown, onShow, onPartner }: Pick<MapBarProps, 'shown' | 'onShow' | 'onPartner'>,
  partners: readonly { id: string; name: string }[],
  { commands, ecosystem, partnerId }: Pick<MapView, 'ecosystem' | 'partnerId'> & { commands: MapCommands },
): Offer[] {
  const { undoable, redoable } = ecosystem
  const others = (Object.keys(shownNames) as Shown[]).filter((one) => one !== shown)
  return [
    ...others.map((one) => offer(`show ${one}`, `Show as ${shownNames[one]}`, '', () => onShow(one))),
    ...(undoable ? [offer('undo', `Undo: ${undoable}`, 'Ctrl Z', () => void ecosystem.undo())] : []),
    ...(redoable ? [offer('redo', `Redo: ${redoable}`, 'Ctrl Shift Z', () => void ecosystem.redo())] : []),
    ...partners
      .filter(({ id }) => id !== partnerId)
      .map(({ id, name }) => offer(`partner ${id}`, `What ${name} sees of ours`, '', () => onPartner(id))),
    ...(partnerId ? [offer('own view', 'Back to our own view', '', () => onPartner(undefined))] : []),
    offer('keys', 'Keys on the map', '?', () => commands.showHelp()),
  ]
}

function offer(id: string, label: string, keys: string, act: () => void): Offer {
  return { id, label, keys, act }
}
