import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { SharedObject } from '../../shared/analysis/sharedOutside.ts'
import { RowList } from '../shell/RowList.tsx'
import { TitledSection } from '../shell/TitledSection.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { SharedRow } from './SharedRow.tsx'
import { sharedKinds } from './sharedKinds.ts'
import styles from './sharing.module.css'
import { withdrawalOf } from './withdrawing.ts'

/** What one shares by choice, kind by kind; one piece or many at once are taken back in one edit. */
export function SharedPieces({
  ecosystem,
  objects,
}: {
  ecosystem: Ecosystem
  objects: readonly SharedObject[]
}) {
  const { organisations, author, check, change } = ecosystem
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set())
  const own = organisations.get(author.organisationId) ?? 'your organisation'
  const isWithdrawable = (object: SharedObject) => {
    const action = withdrawalOf(object)
    return action !== null && check([action]) === null
  }
  const chosen = objects.filter((object) => chosenIds.has(object.row.id) && isWithdrawable(object))
  const withdraw = async (pieces: readonly SharedObject[]) => {
    const [first] = pieces
    const title = pieces.length === 1 ? first!.title : `${pieces.length} pieces`
    const answer = await change(
      pieces.flatMap((piece) => withdrawalOf(piece) ?? []),
      `Withdraw: ${title}`,
    )
    if (answer.accepted) notifications.show({ message: `Only ${own} sees this now: ${title}.` })
    setChosenIds(new Set())
  }
  const choose = (ids: readonly string[], isChosen: boolean) => {
    const next = new Set(chosenIds)
    for (const id of ids) isChosen ? next.add(id) : next.delete(id)
    setChosenIds(next)
  }
  return (
    <>
      {sharedKinds.map(({ kind, title, text }) => {
        const ofKind = objects.filter((object) => object.kind === kind)
        const ids = ofKind.filter(isWithdrawable).map(({ row }) => row.id)
        const isAll = ids.every((id) => chosenIds.has(id))
        if (ofKind.length === 0) return null
        return (
          <TitledSection
            key={kind}
            title={title}
            count={ofKind.length}
            text={
              <>
                {text}{' '}
                {ids.length > 1 ? (
                  <Button size="compact-xs" variant="subtle" onClick={() => choose(ids, !isAll)}>
                    {isAll ? 'Choose none' : 'Choose all'}
                  </Button>
                ) : null}
              </>
            }
          >
            <RowList>
              {ofKind.map((object) => (
                <SharedRow
                  key={object.row.id}
                  ecosystem={ecosystem}
                  object={object}
                  isChosen={chosenIds.has(object.row.id)}
                  onChoose={(isChosen) => choose([object.row.id], isChosen)}
                  onWithdraw={() => void withdraw([object])}
                />
              ))}
            </RowList>
          </TitledSection>
        )
      })}
      {chosen.length > 0 ? (
        <div className={styles.together} role="status">
          <span>{chosen.length} chosen</span>
          <Button onClick={() => void withdraw(chosen)}>
            {chosen.length === 1 ? 'Withdraw it' : `Withdraw all ${chosen.length}`}
          </Button>
          <Button variant="subtle" onClick={() => setChosenIds(new Set())}>
            Choose none
          </Button>
        </div>
      ) : null}
    </>
  )
}
