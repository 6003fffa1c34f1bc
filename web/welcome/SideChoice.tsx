import styles from './SideChoice.module.css'
import { names, type StorySide } from './story.ts'

const roles: Record<StorySide, string> = { fernhill: 'the insurer', oakes: 'the broker' }
const sides: StorySide[] = ['fernhill', 'oakes']

/** Be Fernhill or be Oakes & Vale; yellow is always one's own side. */
export function SideChoice({ side, onChoose }: { side: StorySide; onChoose(side: StorySide): void }) {
  return (
    <fieldset className={styles.choice}>
      <legend className="il-visually-hidden">Whose side are you on?</legend>
      {sides.map((one) => (
        <label key={one} className={styles.option}>
          <input type="radio" name="side" value={one} checked={side === one} onChange={() => onChoose(one)} />
          <span className={styles.label}>
            <span className={styles.be}>Be</span> {names[one]}
            <span className={styles.role}>{roles[one]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
