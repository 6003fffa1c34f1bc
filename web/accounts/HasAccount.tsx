import { TextLink } from '../shell/links.tsx'
import styles from './accounts.module.css'

interface HasAccountProps {
  /** Where signing in leads back to. */
  next?: string | undefined
  children?: string
}

/** Under the fields of a new account: for whoever has one. */
export function HasAccount({ next, children = 'Sign in first' }: HasAccountProps) {
  return (
    <p className={styles.below}>
      Already have an account?{' '}
      <TextLink to="/sign-in" search={{ next }}>
        {children}
      </TextLink>
    </p>
  )
}
