import { Link } from '@tanstack/react-router'
import type { NewsLine } from '../../shared/inbox/answers.ts'
import { sayNews } from '../../shared/inbox/sayNews.ts'
import { sayMoment } from '../accounts/moments.ts'
import styles from './inbox.module.css'

interface NewsItemProps {
  line: NewsLine
  onOpen(): void
}

/** One line: who wants what, about what, and the way to it. */
export function NewsItem({ line, onOpen }: NewsItemProps) {
  const { about, at, isRead, map, text } = line
  return (
    <li className={styles.line} data-unread={!isRead || undefined}>
      <Link className={styles.link} {...placeOf(line)} onClick={isRead ? undefined : onOpen}>
        <span className={styles.reason}>
          {isRead ? null : <span className="il-visually-hidden">Unread: </span>}
          {sayNews(line)}
        </span>
        <span className={styles.about}>
          {about.name}
          {!map || about.name === map.name ? null : <span className={styles.quiet}> on {map.name}</span>}
        </span>
        {text ? <span className={styles.text}>“{text}”</span> : null}
        <time className={styles.quiet} dateTime={at}>
          {sayMoment(at)}
        </time>
      </Link>
    </li>
  )
}

/** What one may do is told in Settings, a round has a page of its own, what newcomers see is withdrawn on the Sharing page, and who organises is settled on the Partners page; everything else is looked at where it lies on its map. */
function placeOf({ kind, ecosystemId, map, about, row }: NewsLine) {
  if (!ecosystemId) return { to: '/settings', search: { tab: 'organisation' }, hash: 'rights' } as const
  if (row.kind === 'round') {
    const params = { ecosystemId, roundId: row.id }
    return { to: '/ecosystems/$ecosystemId/rounds/$roundId', params } as const
  }
  if (kind === 'joins') return { to: '/ecosystems/$ecosystemId/sharing', params: { ecosystemId } } as const
  if (!map)
    return {
      ...{ to: '/ecosystems/$ecosystemId/partners', params: { ecosystemId }, hash: 'organising' },
    } as const
  const params = { ecosystemId, mapId: map.id }
  if (kind === 'changed') return { to: '/ecosystems/$ecosystemId/maps/$mapId', params } as const
  const hash = row.kind === 'comment' ? 'comments' : ''
  return { to: '/ecosystems/$ecosystemId/maps/$mapId', params, search: { select: about.id }, hash } as const
}
