import { Select } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { MembershipAnswer } from '../../shared/accounts/answers.ts'
import type { ChangeMemberRequest, MemberAnswer } from '../../shared/accounts/organisations.ts'
import type { MemberRole } from '../../shared/accounts/roles.ts'
import { api } from '../api/client.ts'
import { Failure } from '../shell/Failure.tsx'
import { Loading } from '../shell/Loading.tsx'
import { TwoStepButton } from '../shell/TwoStepButton.tsx'
import { RightChecks } from './RightChecks.tsx'
import { roleChoices, sayRole } from './roleWords.ts'
import { SettingsSection } from './SettingsSection.tsx'
import styles from './settings.module.css'
import { showFailure } from './showFailure.ts'

interface MembersProps {
  organisation: MembershipAnswer['organisation']
  /** Id of the person who looks. */
  own: string
  isAdmin: boolean
}

/** Who belongs to the organisation; admins change roles and rights and remove people, effective at once. */
export function Members({
  organisation: { id: organisationId, name: organisation },
  own,
  isAdmin,
}: MembersProps) {
  const place = `/api/organisations/${organisationId}/members`
  const queries = useQueryClient()
  const {
    data: members,
    error,
    refetch,
  } = useQuery({
    queryKey: ['members', organisationId],
    queryFn: ({ signal }) => api.get<MemberAnswer[]>(place, { signal }),
  })
  const onSettled = () =>
    queries.invalidateQueries({ predicate: ({ queryKey }) => isAboutPeople(queryKey[0]) })
  const change = useMutation({
    mutationFn: ({ personId, ...rest }: ChangeMemberRequest & { personId: string }) =>
      api.patch(`${place}/${personId}`, rest),
    onSettled,
    onError: showFailure,
  })
  const remove = useMutation({
    mutationFn: (personId: string) => api.delete(`${place}/${personId}`),
    onSettled,
    onError: showFailure,
  })
  return (
    <SettingsSection
      title="People"
      text="Sharing shows views and marks to partners; confirming speaks for us in a handoff. Each change, and removing somebody, takes effect at once on every device."
    >
      {error ? <Failure problem={error} onRetry={() => void refetch()} /> : null}
      {!members && !error ? <Loading what="the people" /> : null}
      <ul className={styles.rows}>
        {members?.map((member) => (
          <li key={member.personId} className={styles.row}>
            <span className={styles.rowWords}>
              <span className={styles.rowName}>
                {member.name}
                {member.personId === own ? ' (you)' : ''}
              </span>
              <span className={styles.quiet}>{member.email}</span>
            </span>
            {isAdmin ? (
              <span className={styles.actions}>
                {member.role === 'viewer' ? null : (
                  <RightChecks
                    of={member.name}
                    withheld={member.withheld}
                    isAdmin={member.role === 'admin'}
                    onChange={(withheld) => change.mutate({ personId: member.personId, withheld })}
                  />
                )}
                <Select
                  aria-label={`Role of ${member.name}`}
                  data={roleChoices}
                  value={member.role}
                  w={112}
                  miw={112}
                  onChange={(role) => change.mutate({ personId: member.personId, role: role as MemberRole })}
                />
                <TwoStepButton
                  px={8}
                  label={member.personId === own ? `Leave ${organisation}` : `Remove ${member.name}`}
                  question={member.personId === own ? 'Really leave?' : 'Really remove?'}
                  onConfirm={() => remove.mutate(member.personId)}
                >
                  {member.personId === own ? 'Leave' : 'Remove'}
                </TwoStepButton>
              </span>
            ) : (
              <span className={styles.quiet}>{sayRole(member.role, member.withheld)}</span>
            )}
          </li>
        ))}
      </ul>
    </SettingsSection>
  )
}

const isAboutPeople = (key: unknown) => key === 'members' || key === 'account' || key === 'rightChanges'
