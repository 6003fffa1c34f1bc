import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { EditReference } from '../../shared/edits/reader.ts'
import type { Replaced } from './ownValues.ts'

/** Something the person has to hear of: what they did, and why it is not so (any more). */
export interface Notice {
  id: number
  title: string
  message: string
  /** What they had typed, so that it can be copied. */
  texts: readonly string[]
  /** What they had entered, in whose place somebody else's stands by now. */
  replaced: Replaced | null
  /** The refused edit, and what it would have done. */
  edit: EditReference | null
  actions: readonly ActionInput[]
}

const mostNotices = 20

let lastId = 0

/** Notices in the order in which they came; ids are never used twice on a page. */
export class Notices {
  list: readonly Notice[] = []

  add(notice: Partial<Notice> & Pick<Notice, 'title' | 'message'>): Notice {
    lastId += 1
    const whole = { texts: [], replaced: null, edit: null, actions: [], ...notice, id: lastId }
    this.list = [...this.list.slice(1 - mostNotices), whole]
    return whole
  }

  change(noticeId: number, changed: Partial<Notice>): void {
    this.list = this.list.map((one) => (one.id === noticeId ? { ...one, ...changed } : one))
  }

  /** @returns the notice that was there */
  dismiss(noticeId: number): Notice | undefined {
    const dismissed = this.list.find(({ id }) => id === noticeId)
    if (dismissed) this.list = this.list.filter((one) => one !== dismissed)
    return dismissed
  }
}
