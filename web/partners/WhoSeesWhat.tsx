import { sharedOutside } from '../../shared/analysis/sharedOutside.ts'
import { countShared } from '../sharing/countShared.ts'
import { ButtonLink, TextLink } from '../shell/links.tsx'
import { Monogram } from '../shell/Monogram.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './partners.module.css'

/** Organisation by organisation: how much of ours it sees. */
export function WhoSeesWhat({ ecosystem }: { ecosystem: Ecosystem }) {
  const { rows, author, organisations, ecosystemId } = ecosystem
  const shared = sharedOutside(rows, author.organisationId)
  const others = [...new Set(shared.flatMap((object) => object.seenByOrganisationIds))]
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>Who outside us can see what</h2>
      {others.length === 0 ? (
        <p className={styles.text}>Nobody. Everything here is seen by your organisation alone.</p>
      ) : (
        <p className={styles.text}>
          Of what is yours in this ecosystem.{' '}
          <TextLink to="/ecosystems/$ecosystemId/sharing" params={{ ecosystemId }}>
            All of it, piece by piece
          </TextLink>
        </p>
      )}
      <ul className={styles.list}>
        {others.map((id) => {
          const name = organisations.get(id) ?? 'Another organisation'
          const theirs = shared.filter((object) => object.seenByOrganisationIds.includes(id))
          return (
            <li key={id}>
              <span className={styles.party}>
                <Monogram name={name} relation="others" size={28} />
                <span>
                  <strong>{name}</strong>
                  <span className={styles.role}>sees {countShared(theirs)}</span>
                </span>
              </span>
              <ButtonLink
                variant="default"
                size="xs"
                to="/ecosystems/$ecosystemId/sharing"
                params={{ ecosystemId }}
                search={{ with: id }}
              >
                What {name} sees of ours
              </ButtonLink>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
