import { createContext, useContext } from 'react'
import { OthersChangesContext } from '../live/Wash.tsx'
import type { MapView } from './useMap.ts'
import type { MapCommands } from './useMapCommands.ts'

/** Stable: reading it never renders anything again. */
const CommandsContext = createContext<MapCommands | null>(null)
const ViewContext = createContext<MapView | null>(null)

interface MapProviderProps {
  view: MapView
  commands: MapCommands
  children: React.ReactNode
}

export function MapProvider({ view, commands, children }: MapProviderProps) {
  return (
    <CommandsContext value={commands}>
      <OthersChangesContext value={view.ecosystem.othersChanges}>
        <ViewContext value={view}>{children}</ViewContext>
      </OthersChangesContext>
    </CommandsContext>
  )
}

export function useCommands(): MapCommands {
  return useContext(CommandsContext)!
}

/** Changes with every edit and every choice: not for what is drawn a hundred times. */
export function useMapView(): MapView {
  return useContext(ViewContext)!
}
