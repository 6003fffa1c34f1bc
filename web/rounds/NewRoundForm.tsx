import { Button, Checkbox, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { measures as allMeasures, type Measure } from '../../shared/model/round.ts'
import { activeOrganisations } from '../../shared/rules/standing.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { CardChoice } from './CardChoice.tsx'
import styles from './NewRoundForm.module.css'
import { OwnPeople } from './OwnPeople.tsx'
import { listNames, measureNames } from './roundWords.ts'

interface NewRoundFormProps {
  ecosystem: Ecosystem
  mapId: string
  /** Cards one comes with. */
  chosen: readonly string[]
}

/** Which cards, in what respect, by whom, until when; and who will see what. */
export function NewRoundForm({ ecosystem, mapId, chosen }: NewRoundFormProps) {
  const { rows, author, organisations, ecosystemId } = ecosystem
  const navigate = useNavigate()
  const present = activeOrganisations(mapId, rows)
  const [id] = useState(() => crypto.randomUUID())
  const [name, setName] = useState('How well does it work?')
  const [cards, setCards] = useState<readonly string[]>(chosen)
  const [asked, setAsked] = useState<readonly string[]>(present)
  const [measures, setMeasures] = useState<readonly Measure[]>(['performance'])
  const [dueOn, setDueOn] = useState('')
  const [people, setPeople] = useState<readonly Named[]>([])
  const nameOf = (organisationId: string) => organisations.get(organisationId) ?? 'A partner'
  const opening: ActionInput[] = [
    {
      type: 'round.open',
      id,
      mapId,
      name: name.trim(),
      measures: allMeasures.filter((measure) => measures.includes(measure)),
      touchpointIds: [...cards],
      askedOrganisationIds: present.filter((one) => asked.includes(one)),
      dueOn: dueOn || null,
    },
    ...(asked.includes(author.organisationId) ? people : []).map(
      ({ ballotId, ...named }): ActionInput => ({
        ...{ type: 'ballot.expect', id: ballotId, roundId: id, ...named },
      }),
    ),
  ]
  const missing = whatIsMissing({ name, cards, asked, measures })
  const reason = missing ?? ecosystem.check(opening)?.message ?? null
  const [refusal, setRefusal] = useState<string | null>(null)
  const open = async () => {
    const answer = await ecosystem.change(opening, 'Start a blind round')
    if (!answer.accepted) return setRefusal(answer.error.message)
    await navigate({ to: '/ecosystems/$ecosystemId/rounds/$roundId', params: { ecosystemId, roundId: id } })
  }
  const readers = [...new Set([author.organisationId, ...asked])].map(nameOf)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason === null) void open()
      }}
    >
      <TextInput
        label="What do you ask?"
        description="Everybody reads it above the cards."
        maxLength={160}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <CardChoice ecosystem={ecosystem} mapId={mapId} chosen={cards} onChoose={setCards} />
      <Choices
        label="What is rated, from 0 to 10"
        choices={allMeasures.map((measure) => ({ value: measure, label: measureNames[measure] }))}
        chosen={measures}
        onChoose={setMeasures}
      />
      <Choices
        label="Who is asked"
        choices={present.map((value) => ({ value, label: nameOf(value) }))}
        chosen={asked}
        onChoose={setAsked}
      />
      {asked.includes(author.organisationId) ? (
        <OwnPeople
          organisationId={author.organisationId}
          chosen={people.map(({ personId }) => personId)}
          onChoose={(personIds, nameOfPerson) =>
            setPeople(
              personIds.map((personId) => ({
                ...{ ballotId: crypto.randomUUID(), personId, authorName: nameOfPerson(personId) },
              })),
            )
          }
        />
      ) : null}
      <TextInput
        type="date"
        label="Until"
        description="Whoever has not answered is reminded from the day before, here and by mail. Nothing is revealed by itself."
        value={dueOn}
        onChange={(event) => setDueOn(event.currentTarget.value)}
      />
      <p className={styles.eyes}>
        Editors and admins of {listNames(asked.map(nameOf)) || 'nobody yet'} answer, each for themselves.{' '}
        {readers.length > asked.length ? listNames(readers) : 'They'} see who takes part and who is done, and
        after the reveal every score and reason with the name of who gave it. Nobody else does.
      </p>
      <div>
        <Button type="submit" size="md" disabled={reason !== null}>
          Start the round
        </Button>
      </div>
      {(refusal ?? reason) ? <p className={styles.quiet}>{refusal ?? reason}</p> : null}
    </form>
  )
}

interface Named {
  ballotId: string
  personId: string
  authorName: string
}

interface ChoicesProps<Value extends string> {
  label: string
  choices: readonly { value: Value; label: string }[]
  chosen: readonly Value[]
  onChoose(chosen: readonly Value[]): void
}

function Choices<Value extends string>({ label, choices, chosen, onChoose }: ChoicesProps<Value>) {
  return (
    <Checkbox.Group label={label} value={[...chosen]} onChange={(next) => onChoose(next as Value[])}>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <Checkbox key={choice.value} value={choice.value} label={choice.label} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

function whatIsMissing(form: {
  name: string
  cards: readonly string[]
  asked: readonly string[]
  measures: readonly Measure[]
}): string | null {
  if (form.name.trim() === '') return 'Say what you ask.'
  if (form.cards.length === 0) return 'Choose at least one card.'
  if (form.measures.length === 0) return 'Choose what is rated.'
  return form.asked.length === 0 ? 'Choose who is asked.' : null
}
