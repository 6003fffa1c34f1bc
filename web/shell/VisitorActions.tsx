import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { IconMoon, IconSun } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import menu from './BarMenu.module.css'
import styles from './VisitorActions.module.css'

/** What the bar offers to somebody who is not signed in. */
export function VisitorActions() {
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  const other = scheme === 'dark' ? 'light' : 'dark'
  return (
    <>
      <button
        type="button"
        className={menu.round}
        aria-label={`Change to the ${other} look`}
        onClick={() => setColorScheme(other)}
      >
        {scheme === 'dark' ? <IconSun size={18} /> : <IconMoon size={18} />}
      </button>
      <Link to="/sign-in" className={styles.link}>
        Sign in
      </Link>
      <Link to="/sign-up" className={styles.plate}>
        Create your organisation
      </Link>
    </>
  )
}
