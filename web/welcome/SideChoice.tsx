import { Choice } from '../shell/Choice.tsx'
import styles from './SideChoice.module.css'
import { names, type StorySide } from './story.ts'

const roles: Record<StorySide, string> = { fernhill: 'the insurer', oakes: 'the broker' }
const sides: StorySide[] = ['fernhill', 'oakes']

/** Be Fernhill or be Oakes & Vale; yellow is always one's own side. */
export function SideChoice({ side, onChoose }: { side: StorySide; onChoose(side: StorySide): void }) {
  return (
    <Choice
      label="Whose side are you on?"
      look="halves"
      value={side}
      onChange={onChoose}
      choices={sides.map((value) => ({
        value,
        label: (
          <>
            <span className={styles.be}>Be</span> {names[value]}
            <span className={styles.role}>{roles[value]}</span>
          </>
        ),
      }))}
    />
  )
}
