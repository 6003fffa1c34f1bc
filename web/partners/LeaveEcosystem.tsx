import { Button, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { keepsOwnRowsDays } from '../../shared/ecosystems/departures.ts'
import { ecosystemsKey } from '../ecosystems/ecosystemsQuery.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './dialog.module.css'
import { leaving } from './leaving.ts'
import partners from './partners.module.css'
import { TakeAlong } from './TakeAlong.tsx'

/** Leaving with one's whole organisation; says first what goes and what stays. */
export function LeaveEcosystem({ ecosystem }: { ecosystem: Ecosystem }) {
  const { rows, author, ecosystemId, organisations } = ecosystem
  const [isOpen, { open, close }] = useDisclosure(false)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const actions = leaving(rows, author.organisationId)
  if (actions.length === 0) return null
  const isAdmin = author.role === 'admin'
  const reason = isAdmin
    ? (ecosystem.check(actions)?.message ?? null)
    : 'Only an admin leaves for your organisation.'
  const name = organisations.get(author.organisationId) ?? 'Your organisation'
  const called = rows.get('ecosystem', ecosystemId)?.name ?? 'ecosystem'
  const leave = async () => {
    const answer = await ecosystem.change(actions, 'Leave the ecosystem')
    if (!answer.accepted) return close()
    void queries.resetQueries({ queryKey: ecosystemsKey })
    await navigate({ to: '/home' })
  }
  return (
    <section className={partners.section}>
      <h2 className={partners.title}>Leave</h2>
      <p className={partners.text}>{reason ?? `${name} leaves ${called} and all its maps.`}</p>
      <div className={styles.buttons}>
        {isAdmin ? <TakeAlong ecosystemId={ecosystemId} name={called} /> : null}
        <Button variant="outline" color="pain" disabled={reason !== null} onClick={open}>
          Leave …
        </Button>
      </div>
      <Modal opened={isOpen} onClose={close} title={`${name} leaves`}>
        <div className={styles.form}>
          <ul className={styles.points}>
            <li>Your people see these maps no more, from the moment you leave.</li>
            <li>What you had shared stays, marked as left. Your own views are seen by nobody else.</li>
            <li>
              Take your own views along as a file: now, or on Home for {keepsOwnRowsDays} days. Each map in it
              can be imported again. Answers in a round nobody has revealed are not in it: they stay with the
              person who gave them.
            </li>
            <li>Your lane is kept by the organiser again: described, not confirmed.</li>
            <li>Coming back takes a new invitation.</li>
          </ul>
          <TakeAlong ecosystemId={ecosystemId} name={called} />
          <div className={styles.buttons}>
            <Button color="pain" onClick={() => void leave()}>
              Leave now
            </Button>
            <Button variant="default" onClick={close} data-autofocus>
              Stay
            </Button>
          </div>
        </div>
      </Modal>
    </section>
  )
}
