import { Button, Textarea } from '@mantine/core'
import { Link as RouterLink } from '@tanstack/react-router'
import { useState } from 'react'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import { type Handoff, type HandoffSide, sideOf } from '../../../shared/handoffs/handoff.ts'
import { changedTerms, termsOf } from '../../../shared/handoffs/terms.ts'
import type { Terms } from '../../../shared/model/link.ts'
import { SeamMark } from '../../seam/SeamMark.tsx'
import { sayMinutes } from '../../seam/seamWords.ts'
import type { JourneyLink } from '../journey/journey.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import { channelNames } from '../words.ts'
import styles from './Panel.module.css'
import { Section } from './Section.tsx'
import { usePanelNames } from './usePanelNames.ts'

const stateWords: Record<HandoffSide['state'], string> = {
  open: 'has not confirmed',
  confirmed: 'has confirmed',
  disputed: 'disputes it',
  changed: 'confirmed, then the terms changed',
}

/** Both halves of a working agreement, and what our side can do about it. */
export function Agreement({ item, handoff }: { item: JourneyLink; handoff: Handoff }) {
  const { ecosystem } = useMapView()
  const { wholeMap } = usePanelNames()
  const mine = sideOf(handoff, ecosystem.author.organisationId)
  const open = [handoff.from, handoff.to].find(({ organisationId }) => organisationId === null)
  return (
    <Section title={handoff.isPromise ? 'Promise' : 'Working agreement'} eyes={wholeMap}>
      <div className={styles.row}>
        {item.giving ? <SeamMark giving={item.giving} taking={item.taking} radius={22} /> : null}
        <div className={styles.rowName}>
          {handoff.isPromise ? (
            <p className={styles.quiet}>
              A promise by {handoff.from.partyName}: nobody on the other side can confirm it.
            </p>
          ) : (
            [handoff.from, handoff.to].map((side) => (
              <div key={side.partyId}>
                <strong>{side.partyName}</strong> {stateWords[side.state]}
                {side.confirmation?.note ? `: “${side.confirmation.note}”` : ''}
              </div>
            ))
          )}
        </div>
      </div>
      {[handoff.from, handoff.to].map((side) => (
        <Difference key={side.partyId} side={side} now={termsOf(item.link)} />
      ))}
      {mine && !handoff.isPromise ? <OurSide item={item} side={mine} /> : null}
      {handoff.isPromise && open ? <Invite side={open} /> : null}
      {handoff.isPromise ? null : (
        <p className={styles.quiet}>Each side confirms with its own people. Not a contract.</p>
      )}
    </Section>
  )
}

function Invite({ side }: { side: HandoffSide }) {
  const { ecosystem } = useMapView()
  return (
    <div className={styles.buttons}>
      <Button
        size="xs"
        variant="default"
        renderRoot={(props) => (
          <RouterLink
            {...props}
            to="/ecosystems/$ecosystemId/partners"
            params={{ ecosystemId: ecosystem.ecosystemId }}
            search={{ invite: side.partyId }}
          />
        )}
      >
        Invite {side.partyName} to confirm this
      </Button>
    </div>
  )
}

function OurSide({ item, side }: { item: JourneyLink; side: HandoffSide }) {
  const commands = useCommands()
  const [note, setNote] = useState<string | null>(null)
  const [confirmationId, setConfirmationId] = useState(() => crypto.randomUUID())
  const signing = { confirmationId, linkId: item.id }
  const confirm: ActionInput[] = [{ type: 'handoff.confirm', ...signing, terms: termsOf(item.link) }]
  const reason = commands.whyNot(confirm)
  const perform = (actions: ActionInput[], title: string) => {
    commands.change(actions, title)
    setConfirmationId(crypto.randomUUID())
    setNote(null)
  }
  const dispute = (words: string) =>
    perform([{ type: 'handoff.dispute', ...signing, note: words }], 'Dispute')
  if (side.state === 'confirmed') {
    return (
      <div className={styles.buttons}>
        <Button
          size="xs"
          variant="default"
          disabled={commands.view.readOnly !== null}
          onClick={() =>
            perform([{ type: 'handoff.withdraw', id: side.confirmation!.id }], 'Withdraw our confirmation')
          }
        >
          Withdraw our confirmation
        </Button>
        <Dispute note={note} onNote={setNote} onDispute={dispute} />
      </div>
    )
  }
  return (
    <>
      {reason ? <p className={styles.reason}>{reason}</p> : null}
      <div className={styles.buttons}>
        <Button
          size="sm"
          color="yours"
          disabled={reason !== null}
          onClick={() => perform(confirm, 'Confirm')}
        >
          {side.state === 'changed' ? 'Confirm the new terms' : 'Confirm'}
        </Button>
        <Dispute note={note} onNote={setNote} onDispute={dispute} />
      </div>
    </>
  )
}

interface DisputeProps {
  note: string | null
  onNote(note: string): void
  onDispute(note: string): void
}

/** Asks how it really is before the other side reads that we dispute it. */
function Dispute({ note, onNote, onDispute }: DisputeProps) {
  const commands = useCommands()
  if (note === null) {
    return (
      <Button
        size="sm"
        variant="default"
        disabled={commands.view.readOnly !== null}
        onClick={() => onNote('')}
      >
        Dispute …
      </Button>
    )
  }
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault()
        onDispute(note)
      }}
    >
      <Textarea
        label="How it really is"
        autosize
        minRows={2}
        value={note}
        autoFocus
        onChange={(event) => onNote(event.currentTarget.value)}
      />
      <Button size="xs" type="submit" color="pain">
        Dispute
      </Button>
    </form>
  )
}

/** What has changed since this side signed. */
function Difference({ side, now }: { side: HandoffSide; now: Terms }) {
  const signed = side.confirmation?.terms
  if (side.state !== 'changed' || !signed) return null
  return (
    <ul className={styles.list}>
      {changedTerms(signed, now).map((field) => (
        <li key={field} className={styles.changed}>
          Since {side.partyName} confirmed: {termNames[field]} <del>{sayTerm(field, signed)}</del>{' '}
          <ins>{sayTerm(field, now)}</ins>
        </li>
      ))}
    </ul>
  )
}

const termNames: Record<keyof Terms, string> = {
  passes: 'what passes',
  channel: 'channel',
  trigger: 'what sets it off',
  expectedMinutes: 'expected within',
  acceptance: 'accepted when',
}

function sayTerm(field: keyof Terms, terms: Terms): string {
  const { channel, expectedMinutes } = terms
  if (field === 'expectedMinutes') return expectedMinutes === null ? 'nothing' : sayMinutes(expectedMinutes)
  if (field === 'channel') return channel ? channelNames[channel] : 'nothing'
  return String(terms[field] || 'nothing')
}
