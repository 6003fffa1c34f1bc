import { NoticeList } from '../../saving/NoticeList.tsx'
import { useMapView } from '../MapContext.tsx'
import { textsLeftAt } from '../panel/textsLeft.ts'
import { JustMarked } from './JustMarked.tsx'
import styles from './Notices.module.css'

/** What became of one's edits otherwise than one thought, in the corner of the map, but for what the open panel says. */
export function Notices({ panelId }: { panelId: string | undefined }) {
  const view = useMapView()
  const { ecosystem } = view
  const inPanel = textsLeftAt(panelId, view)
  const notices = ecosystem.notices.filter((notice) => !inPanel.includes(notice))
  return (
    <div className={styles.notices}>
      <JustMarked />
      <NoticeList ecosystem={{ ...ecosystem, notices }} />
    </div>
  )
}
