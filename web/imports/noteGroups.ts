import type { ImportPreview } from '../../shared/imports/imports.ts'

type Note = ImportPreview['notes'][number]

const titles: Record<Note['level'], string> = {
  warning: 'Worth a look',
  skipped: 'Left out, and why',
  merged: 'Merged',
  changed: 'Changed',
}

/** Notes by what happened, those that lose something first; empty groups are left out. */
export function groupNotes(notes: readonly Note[]): { level: Note['level']; title: string; notes: Note[] }[] {
  return (Object.keys(titles) as Note['level'][])
    .map((level) => ({ level, title: titles[level], notes: notes.filter((note) => note.level === level) }))
    .filter((group) => group.notes.length > 0)
}
