import { Button, CloseButton, Select } from '@mantine/core'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import { acceptSide, cardInPlaceOf } from '../../../shared/edits/sameTouchpoint.ts'
import type { Side } from '../../../shared/model/rows.ts'
import { EditedField } from '../../live/EditedField.tsx'
import { WhoIsEditing } from '../../live/WhoIsEditing.tsx'
import { Eyes } from '../../sharing/Eyes.tsx'
import { Monogram } from '../../shell/Monogram.tsx'
import { cardsIn } from '../gestures/fromFlow.ts'
import { rankBetween } from '../gestures/ranks.ts'
import type { JourneyCard, JourneyLane } from '../journey/journey.ts'
import { living } from '../journey/readJourney.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import { TextField } from './fields/TextField.tsx'
import styles from './Panel.module.css'
import { Section } from './Section.tsx'
import { usePanelNames } from './usePanelNames.ts'

/** The lanes that live this touchpoint together, each with a name of its own for it. */
export function SidesSection({ card }: { card: JourneyCard }) {
  const { journey, ecosystem } = useMapView()
  const { wholeMap } = usePanelNames()
  const sides = living(ecosystem.rows.list('side', 'touchpointId', card.id))
  const home = journey.lanes.find(({ id }) => id === card.laneId)
  const shared = new Set(sides.map(({ laneId }) => laneId))
  const free = journey.lanes.filter(({ id, party }) => !shared.has(id) && party.id !== home?.party.id)
  return (
    <Section title="Lived together" eyes={wholeMap}>
      {sides.length === 0 ? (
        <p className={styles.quiet}>Only {home?.name} lives this. Share it where two sides meet in it.</p>
      ) : null}
      <ul className={styles.list}>
        {sides.map((side) => (
          <SideRow key={side.id} side={side} />
        ))}
      </ul>
      <ShareWith card={card} lanes={free} />
    </Section>
  )
}

function SideRow({ side }: { side: Side }) {
  const { journey, ecosystem } = useMapView()
  const commands = useCommands()
  const { nameOf, wholeMap } = usePanelNames()
  const { id, laneId, stageId, state } = side
  const lane = journey.lanes.find((one) => one.id === laneId)
  if (!lane) return null
  const stages = lane.lane.ownStages ? lane.stages : journey.stages
  const whyNotEdit = commands.whyNot([{ type: 'side.change', id, fields: { name: side.name } }])
  const mayRemove = commands.whyNot([{ type: 'side.remove', id }]) === null
  const mayDecide =
    state === 'proposed' && commands.whyNot([{ type: 'side.decide', id, accept: true }]) === null
  const twin = cardInPlaceOf(side, ecosystem.rows)
  const row = { kind: 'side', id } as const
  return (
    <li>
      <div className={styles.row}>
        <Monogram
          name={lane.party.name}
          relation={lane.relation}
          appearance={state === 'accepted' ? 'filled' : 'dashed'}
        />
        <span className={styles.rowName}>{lane.name}</span>
        {mayRemove ? (
          <CloseButton
            size="sm"
            aria-label={`Share it no longer with ${lane.name}`}
            onClick={() => commands.change([{ type: 'side.remove', id }], 'Share a touchpoint no longer')}
          />
        ) : null}
      </div>
      {whyNotEdit ? (
        <div className={styles.quiet}>
          {side.name ? `Called “${side.name}” there` : 'Under the same name'}, in{' '}
          {stages.find((stage) => stage.id === stageId)?.name ?? 'another stage'}.
          <WhoIsEditing row={row} />
        </div>
      ) : (
        <div className={styles.sides}>
          <EditedField row={row} field="name">
            <TextField
              label={`What ${lane.name} calls it`}
              value={side.name}
              onSave={(name) => change({ name }, `Name for ${lane.name}`)}
            />
            <Eyes>{wholeMap}</Eyes>
          </EditedField>
          <EditedField row={row} field="stageId">
            <Select
              size="sm"
              mt={8}
              label={`Stage of ${lane.name}`}
              value={stageId}
              allowDeselect={false}
              data={stages.map((stage) => ({ value: stage.id, label: stage.name }))}
              onChange={(next) => {
                if (!next || next === stageId) return
                const last = cardsIn({ laneId, stageId: next }, journey).at(-1)?.touchpoint.rank ?? null
                change({ stageId: next, rank: rankBetween(last, null), column: null }, 'Move its other side')
              }}
            />
          </EditedField>
        </div>
      )}
      {state === 'accepted' ? null : (
        <div className={styles.quiet}>
          {state === 'declined'
            ? `${lane.name} lives it apart.`
            : `Proposed by ${nameOf(side.addedByOrganisationId)}.`}
          {mayDecide && twin ? ` Accepting makes it one with your card “${twin.name}”.` : ''}
          {mayDecide ? (
            <span className={styles.buttons}>
              <Button size="xs" onClick={accept}>
                Accept
              </Button>
              <Button
                size="xs"
                variant="default"
                onClick={() =>
                  commands.change(
                    [{ type: 'side.decide', id, accept: false }],
                    'Decline to share a touchpoint',
                  )
                }
              >
                Decline
              </Button>
            </span>
          ) : null}
        </div>
      )}
    </li>
  )

  function change(fields: Extract<ActionInput, { type: 'side.change' }>['fields'], title: string) {
    commands.change([{ type: 'side.change', id, fields }], title)
  }

  function accept() {
    const whole = acceptSide(side, ecosystem.rows, () => crypto.randomUUID())
    // A card whose handoffs others have confirmed stays beside it: those are ended first, in the open.
    const actions = commands.whyNot(whole) === null ? whole : whole.slice(0, 1)
    commands.change(actions, 'Live a touchpoint together')
  }
}

function ShareWith({ card, lanes }: { card: JourneyCard; lanes: readonly JourneyLane[] }) {
  const { journey } = useMapView()
  const commands = useCommands()
  const offered = lanes.filter((lane) => commands.whyNot(share(lane)) === null)
  if (offered.length === 0) return null
  return (
    <EditedField row={{ kind: 'touchpoint', id: card.id }} field="sides">
      <Select
        mt={10}
        size="sm"
        aria-label="Share it with"
        placeholder="Share it with …"
        value={null}
        data={offered.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(laneId) => {
          const lane = offered.find(({ id }) => id === laneId)
          if (lane) commands.change(share(lane), `Share with ${lane.name}`)
        }}
      />
    </EditedField>
  )

  /** In the stage of the same name, else in the one about as late. */
  function share(lane: JourneyLane): ActionInput[] {
    const home = journey.lanes.find(({ id }) => id === card.laneId)
    const from = home?.lane.ownStages ? home.stages : journey.stages
    const to = lane.lane.ownStages ? lane.stages : journey.stages
    const at = from.findIndex(({ id }) => id === card.touchpoint.stageId)
    const late = to[Math.floor((Math.max(0, at) * to.length) / Math.max(1, from.length))]
    const stage = to.find(({ id, name }) => id === card.touchpoint.stageId || name === from[at]?.name) ?? late
    if (!stage) return []
    const last = cardsIn({ laneId: lane.id, stageId: stage.id }, journey).at(-1)?.touchpoint.rank ?? null
    const place = { laneId: lane.id, stageId: stage.id, rank: rankBetween(last, null), name: '' }
    return [{ type: 'side.add', id: crypto.randomUUID(), touchpointId: card.id, ...place }]
  }
}
