// What a person is told of their own edits: refused with the reason, or replaced by somebody else's.
import { type ActionInput, action } from '../../shared/edits/actions/actions.ts'
import type { FieldAuthor } from '../../shared/edits/exchange.ts'
import type { EditReference, RowChange } from '../../shared/edits/reader.ts'
import { typedTexts } from '../../shared/edits/typedText.ts'
import type { Exchange } from './exchange.ts'
import type { OwnValue } from './kept/entered.ts'
import type { Keeping, KeptEdit } from './kept/keeping.ts'
import { type Notice, Notices } from './notices.ts'
import { enteredBy, OwnValues, type Replaced } from './ownValues.ts'
import type { Pending } from './pendingEdits.ts'
import type { ShownRows } from './shownRows.ts'

type Refused = Pick<Pending, 'edit' | 'title' | 'isKept'>

interface TellingParts {
  shown: ShownRows
  keeping: Keeping
  exchange: Exchange
  personId: string
  onChange(): void
}

export class Telling {
  readonly #notices = new Notices()
  readonly #ownValues: OwnValues
  readonly #parts: TellingParts

  constructor(parts: TellingParts) {
    this.#parts = parts
    this.#ownValues = new OwnValues(parts.keeping.entered())
  }

  get notices(): readonly Notice[] {
    return this.#notices.list
  }

  tell(title: string, message: string): void {
    this.#notices.add({ title, message })
    this.#parts.onChange()
  }

  /** What was typed stays with the notice, also over a reload, until its author has taken note. */
  refused({ edit, title, isKept }: Refused, { code, message }: { code: string; message: string }): void {
    const { clientId, number, actions } = edit
    const texts = typedTexts(actions)
    if (isKept && texts.length > 0) this.#parts.keeping.keep({ edit, title, refusal: message })
    else this.#parts.keeping.drop(edit)
    // One is asked instead.
    if (code === 'edit.movedOn') return
    this.#notices.add({ title, message, texts, actions, edit: { clientId, number } })
    this.#parts.onChange()
  }

  /** A refusal of which a page that is gone had not told yet. */
  refusedEarlier({ edit: { clientId, number, actions }, title }: KeptEdit, message: string): void {
    this.#notices.add({ title, message, texts: typedTexts(actions), actions, edit: { clientId, number } })
  }

  /** The server has an edit: what it set is kept beyond this page from here on. */
  accepted(pending: Pending): void {
    this.#parts.keeping.enter(this.#enteredBy(pending))
  }

  /** After a pull that took over own edits or brought rows: whether what one had set still stands. */
  pulled(taken: readonly Pending[], waiting: readonly EditReference[]): void {
    const { shown } = this.#parts
    for (const pending of taken) this.#ownValues.wrote(this.#enteredBy(pending))
    const confirmed = shown.confirmed.bind(shown)
    for (const replaced of this.#ownValues.replaced(
      confirmed,
      waiting.flatMap((edit) => this.#changesOf(edit)),
    ))
      void this.#tellReplaced(replaced)
  }

  dismiss(noticeId: number): Notice | undefined {
    const dismissed = this.#notices.dismiss(noticeId)
    if (dismissed?.edit) this.#parts.keeping.drop(dismissed.edit)
    if (dismissed?.replaced) this.#takeNote(dismissed.replaced)
    this.#parts.onChange()
    return dismissed
  }

  /** The edit that puts one's own back; null for a kind of row that has none. */
  restoringOf(noticeId: number): ActionInput[] | null {
    const replaced = this.#notices.list.find(({ id }) => id === noticeId)?.replaced
    if (!replaced) return null
    const { kind, id, field, mine } = replaced
    const parsed = action.safeParse({ type: `${kind}.change`, id, fields: { [field]: mine } })
    return parsed.success ? [parsed.data] : null
  }

  #enteredBy({ edit, takesBack }: Pending): OwnValue[] {
    return enteredBy(this.#changesOf(edit), takesBack)
  }

  #changesOf(edit: EditReference): readonly RowChange[] {
    return this.#parts.shown.rows.changesOf(edit) ?? []
  }

  #takeNote({ kind, id, field, mine }: Omit<Replaced, 'by'>): void {
    this.#parts.keeping.dropEntered({ kind, id, field, value: mine })
  }

  /** Null when that cannot be learned. */
  async whoChanged({
    kind,
    id,
    field,
  }: Pick<Replaced, 'kind' | 'id' | 'field'>): Promise<FieldAuthor | null> {
    return (await this.#parts.exchange.lastAuthor?.(kind, id, field).catch(() => null)) ?? null
  }

  /** Says who it was, where that can be learned; not at all when it was oneself, on another page. */
  async #tellReplaced(replaced: Omit<Replaced, 'by'>): Promise<void> {
    const by = await this.whoChanged(replaced)
    if (by?.personId === this.#parts.personId) {
      this.#takeNote(replaced)
      return
    }
    const named = by ? { name: by.name, organisation: by.organisation } : null
    this.#notices.add({
      title: 'What you entered was replaced',
      message: '',
      replaced: { ...replaced, by: named },
    })
    this.#parts.onChange()
  }
}
