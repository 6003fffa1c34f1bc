import { Checkbox } from '@mantine/core'
import { type MemberRight, memberRight } from '../../shared/accounts/roles.ts'
import { rightNames } from './roleWords.ts'
import styles from './settings.module.css'

interface RightChecksProps {
  /** Of whom, as a screen reader says it: "May share, Marcus Webb". */
  of: string
  withheld: readonly MemberRight[]
  /** Admins always have both. */
  isAdmin: boolean
  onChange(withheld: MemberRight[]): void
}

/** What an editor may do apart from editing: share, confirm. */
export function RightChecks({ of, withheld, isAdmin, onChange }: RightChecksProps) {
  return (
    <span className={styles.rights}>
      {memberRight.options.map((right) => (
        <Checkbox
          key={right}
          size="sm"
          label={rightNames[right]}
          aria-label={`${rightNames[right]}, ${of}`}
          checked={isAdmin || !withheld.includes(right)}
          disabled={isAdmin}
          onChange={({ currentTarget }) => {
            const others = withheld.filter((one) => one !== right)
            onChange(currentTarget.checked ? others : [...others, right])
          }}
        />
      ))}
    </span>
  )
}
