import { useQueryClient } from '@tanstack/react-query'
import { ecosystemsKey } from '../ecosystems/ecosystemsQuery.ts'
import { TextField } from '../map/panel/fields/TextField.tsx'
import { Eyes } from '../sharing/Eyes.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import dialog from './dialog.module.css'
import partners from './partners.module.css'

/** What the ecosystem is called and what it is for: written by whoever organises it, read by everyone in it. */
export function EcosystemWords({ ecosystem }: { ecosystem: Ecosystem }) {
  const queries = useQueryClient()
  const row = ecosystem.rows.get('ecosystem', ecosystem.ecosystemId)
  if (!row) return null
  const change = (fields: { name?: string; goal?: string }) =>
    [{ type: 'ecosystem.change', id: row.id, fields }] as const
  const reason = ecosystem.check([...change({ name: row.name })])
  const save = async (fields: { name?: string; goal?: string }) => {
    await ecosystem.change([...change(fields)], 'Change the ecosystem')
    // Home and the bar list ecosystems from elsewhere.
    void queries.invalidateQueries({ queryKey: ecosystemsKey })
  }
  return (
    <section className={partners.section} aria-labelledby="ecosystem-words">
      <h2 className={partners.title} id="ecosystem-words">
        This ecosystem
      </h2>
      {reason ? <p className={partners.text}>{reason.message}</p> : null}
      <div className={dialog.form}>
        <TextField
          label="Name"
          value={row.name}
          required
          locked={reason !== null}
          onSave={(name) => void save({ name })}
        />
        <TextField
          label="What you want to reach together"
          value={row.goal}
          placeholder="One sentence that every partner would sign"
          locked={reason !== null}
          onSave={(goal) => void save({ goal })}
        />
        <Eyes>Everyone who takes part in this ecosystem sees this.</Eyes>
      </div>
    </section>
  )
}
