import { type Heat, heatNames, heats } from '../lens.ts'
import { useMapView } from '../MapContext.tsx'
import styles from './StatusLine.module.css'

/** What the colours of the Heat lens say; one chooses whether by marks or by scores. */
export function HeatLegend({ onHeat }: { onHeat(heat: Heat): void }) {
  const { heat } = useMapView()
  return (
    <span className={styles.heat}>
      <fieldset className={styles.heats} aria-label="What Heat shows">
        {heats.map((one) => (
          <button key={one} type="button" aria-pressed={one === heat} onClick={() => onHeat(one)}>
            {heatNames[one]}
          </button>
        ))}
      </fieldset>
      {heat !== 'performance' ? (
        <span className={styles.keys} aria-hidden="true">
          <span className={styles.key} data-sign="pain" /> pain
          <span className={styles.key} data-sign="delight" /> delight
          <span className={styles.key} data-sign="both" /> both
        </span>
      ) : (
        <span className={styles.keys}>
          <span className={styles.key} data-sign="weak" /> 0–4
          <span className={styles.key} data-sign="middling" /> 5–7
          <span className={styles.key} data-sign="strong" /> 8–10, the lowest score you may see: yours, and
          those shared with you
        </span>
      )}
    </span>
  )
}
