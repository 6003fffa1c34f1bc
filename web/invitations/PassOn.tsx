import { Button, CopyButton, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ShownInvitationAnswer } from '../../shared/invitations/invitations.ts'
import styles from './accept.module.css'

interface PassOnProps {
  invitation: ShownInvitationAnswer
  /** The link's secret; null where one came without the link. */
  secret: string | null
}

/** For whoever is not the right person: words to send to the colleague who is. */
export function PassOn({ invitation, secret }: PassOnProps) {
  const [isOpen, { toggle }] = useDisclosure(false)
  const link = secret && !invitation.mailed ? `${window.location.origin}/invitations#${secret}` : null
  const words = link ? wordsWithLink(invitation, link) : wordsToHost(invitation)
  return (
    <div className={styles.passOn}>
      <Button variant="default" fullWidth onClick={toggle} aria-expanded={isOpen}>
        Pass to a colleague
      </Button>
      {isOpen ? (
        <div className={styles.passed}>
          <p className={styles.text}>
            {link
              ? 'Whoever opens this link first is taken for the invited person.'
              : `A mailed invitation holds for ${invitation.email} alone. Ask ${invitation.invitedBy} to send one to your colleague.`}
          </p>
          <Textarea aria-label="Message to pass on" readOnly autosize value={words} />
          <CopyButton value={words}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? 'Copied' : 'Copy the message'}
              </Button>
            )}
          </CopyButton>
        </div>
      ) : null}
    </div>
  )
}

function wordsWithLink({ invitingOrganisation, party, ecosystem }: ShownInvitationAnswer, link: string) {
  return `${invitingOrganisation} invites us to hold the lane of ${party.name} in “${ecosystem.name}”. I think this is yours. Read what each side will see, then accept: ${link}`
}

function wordsToHost({ invitedBy, party, ecosystem }: ShownInvitationAnswer) {
  return `Hello ${invitedBy}, thank you for the invitation to hold the lane of ${party.name} in “${ecosystem.name}”. My colleague is the right person for it. Please send it to: `
}
