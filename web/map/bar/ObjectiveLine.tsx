import { useCommands, useMapView } from '../MapContext.tsx'
import styles from './MapBar.module.css'

/** Below the bar, what the map is for: it opens the charter. Where nobody has said so, whoever may is asked to. */
export function ObjectiveLine() {
  const { map } = useMapView().journey
  const commands = useCommands()
  const said = map.objective.trim()
  const mayWrite = commands.whyNot([{ type: 'map.change', id: map.id, fields: { objective: said } }]) === null
  if (said === '' && !mayWrite) return null
  const words = said || 'What is this map for? Write its objective'
  return (
    <button
      type="button"
      className={styles.objective}
      title={map.success ? `${words}\nSuccess looks like: ${map.success}` : words}
      onClick={() => commands.openPanel(map.id)}
    >
      {words}
    </button>
  )
}
