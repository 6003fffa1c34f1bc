import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { useColleagues } from '../accounts/useColleagues.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './requests.module.css'

/** What is asked for: a lane, a stage, or chosen touchpoints of a map. */
export interface AskedPlace {
  mapId: string
  laneId?: string | undefined
  stageId?: string | undefined
  touchpointIds?: string[] | undefined
  /** As the title says it. */
  name: string
}

interface AskDialogProps {
  ecosystem: Ecosystem
  place: AskedPlace
  onClose(): void
}

/** Asking a department or a partner; says who will see the request. */
export function AskDialog({ ecosystem, place, onClose }: AskDialogProps) {
  const { name, ...asked } = place
  const choices = organisationsOn(ecosystem, place.mapId)
  const [organisation, setOrganisation] = useState<string | null>(holderOf(ecosystem, place))
  const [person, setPerson] = useState<string | null>(null)
  const colleagues = useColleagues(ecosystem.author.organisationId)
  const [department, setDepartment] = useState('')
  const [text, setText] = useState('')
  const [dueOn, setDueOn] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const who = choices.find(({ value }) => value === organisation)?.label
  const isOwn = organisation === ecosystem.author.organisationId
  const colleague = isOwn ? colleagues.find(({ personId }) => personId === person) : undefined
  const ask = async (event: FormEvent) => {
    event.preventDefault()
    if (!organisation) return setProblem('Choose whom you ask.')
    const add: ActionInput = {
      type: 'contributionRequest.add',
      id: crypto.randomUUID(),
      askedOrganisationId: organisation,
      ...asked,
      askedPersonId: colleague?.personId ?? null,
      department: [colleague?.name, department.trim()].filter(Boolean).join(', '),
      text,
      dueOn: dueOn || null,
    }
    const reason = ecosystem.check([add])
    if (reason) return setProblem(reason.message)
    void ecosystem.change([add], `Ask to fill in ${name}`)
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={`Ask to fill in ${name}`} size={520}>
      <form className={styles.form} onSubmit={ask}>
        <Select
          label="Whom you ask"
          data={choices}
          value={organisation}
          onChange={setOrganisation}
          error={problem}
          data-autofocus
        />
        {isOwn ? (
          <Select
            label="One of you by name"
            description="Only this person is called then; without a name, all who may edit are"
            data={colleagues.map(({ personId, name }) => ({ value: personId, label: name }))}
            value={person}
            onChange={setPerson}
            clearable
            clearButtonProps={{ 'aria-label': 'Nobody by name' }}
          />
        ) : null}
        <TextInput
          label="Department"
          description="You may leave this out"
          value={department}
          onChange={({ currentTarget }) => setDepartment(currentTarget.value)}
        />
        <Textarea
          label="What you would like to know"
          autosize
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <TextInput
          label="By when"
          type="date"
          value={dueOn}
          onChange={({ currentTarget }) => setDueOn(currentTarget.value)}
        />
        <p className={styles.quiet}>
          {isOwn || !who
            ? 'Only your organisation sees this request.'
            : `Only you and ${who} see this request.`}
        </p>
        <div className={styles.buttons}>
          <Button type="submit">Ask</Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function organisationsOn({ rows, organisations, author }: Ecosystem, mapId: string) {
  return rows
    .list('participant', 'mapId', mapId)
    .filter(({ deleted, state }) => !deleted && state === 'active')
    .map(({ organisationId }) => ({
      value: organisationId,
      label:
        organisationId === author.organisationId
          ? 'Our own people'
          : (organisations.get(organisationId) ?? 'A partner'),
    }))
    .sort((left, right) => (left.label < right.label ? -1 : 1))
}

/** Whose lane it is knows best. */
function holderOf({ rows }: Ecosystem, { laneId, touchpointIds, mapId }: AskedPlace): string | null {
  const first = touchpointIds?.[0]
  const lane = rows.get('lane', laneId ?? (first ? (rows.get('touchpoint', first)?.laneId ?? '') : ''))
  const holder = lane ? (rows.get('party', lane.partyId)?.heldByOrganisationId ?? null) : null
  const isThere = rows
    .list('participant', 'mapId', mapId)
    .some(({ deleted, state, organisationId }) => !deleted && state === 'active' && organisationId === holder)
  return isThere ? holder : null
}
