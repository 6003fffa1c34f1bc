import { NoticeList } from '../../saving/NoticeList.tsx'
import { useMapView } from '../MapContext.tsx'
import { JustMarked } from './JustMarked.tsx'
import styles from './Notices.module.css'

/** What became of one's edits otherwise than one thought, in the corner of the map. */
export function Notices() {
  const { ecosystem } = useMapView()
  return (
    <div className={styles.notices}>
      <JustMarked />
      <NoticeList ecosystem={ecosystem} />
    </div>
  )
}
