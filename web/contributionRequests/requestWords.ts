import type { Filling } from '../../shared/contributionRequests/filling.ts'
import type { ContributionRequest } from '../../shared/model/rows.ts'
import { onMap } from '../partners/leftMarks.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'

type Known = Pick<Ecosystem, 'rows' | 'organisations' | 'author'>

/** Who asks whom: "Anna Lindqvist (Fernhill) asks you", "You ask Oakes & Vale, Claims", "Anna Lindqvist asks Cem Kaya". */
export function sayWho(request: ContributionRequest, known: Known): string {
  const { organisationId, personId, askedOrganisationId, askedPersonId, department, authorName, mapId } =
    request
  const { organisations, author } = onMap(known, mapId)
  const nameOf = (id: string) => organisations.get(id) ?? 'a partner'
  const isOurs = organisationId === author.organisationId
  const asked =
    askedOrganisationId === author.organisationId ? (isOurs ? '' : 'you') : nameOf(askedOrganisationId)
  const isAmongUs = isOurs && askedOrganisationId === organisationId
  if (isAmongUs && askedPersonId === author.personId) return `${authorName} asks you`
  const whom = [asked, department].filter(Boolean).join(', ') || 'your own people'
  if (isAmongUs && personId !== author.personId) return `${authorName} asks ${whom}`
  return isOurs ? `You ask ${whom}` : `${authorName} (${nameOf(organisationId)}) asks ${whom}`
}

/** What is asked for: "Claim in the lane of Oakes & Vale", "2 touchpoints". */
export function sayWhat({ laneId, stageId, touchpointIds }: ContributionRequest, { rows }: Known): string {
  if (touchpointIds.length > 0)
    return touchpointIds.length === 1
      ? (rows.get('touchpoint', touchpointIds[0]!)?.name ?? '1 touchpoint')
      : `${touchpointIds.length} touchpoints`
  const lane = laneId ? rows.get('lane', laneId) : undefined
  const party = lane && (lane.name || rows.get('party', lane.partyId)?.name)
  const stage = stageId ? rows.get('stage', stageId)?.name : undefined
  if (!party) return stage ?? 'touchpoints'
  return stage ? `${stage} in the lane of ${party}` : `the lane of ${party}`
}

/** How far it is: "3 to fill", "all 4 filled in", "nothing there yet". */
export function sayFilling({ touchpoints, toFill }: Filling): string {
  if (touchpoints.length === 0) return 'nothing there yet'
  if (toFill.length === 0)
    return touchpoints.length === 1 ? 'filled in' : `all ${touchpoints.length} filled in`
  return `${toFill.length} to fill`
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** "by 31 March 2027", and "overdue" once that day has passed. */
export function sayDue(dueOn: string | null, today = new Date()): string {
  if (dueOn === null) return ''
  const isOver = dueOn < today.toISOString().slice(0, 10)
  return `by ${day.format(new Date(`${dueOn}T12:00:00`))}${isOver ? ', overdue' : ''}`
}

export const stateWords: Record<ContributionRequest['state'], string> = {
  open: 'open',
  done: 'done',
  declined: 'declined',
  withdrawn: 'withdrawn',
}
