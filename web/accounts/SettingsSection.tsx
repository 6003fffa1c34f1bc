import type { ReactNode } from 'react'
import styles from './settings.module.css'

interface SettingsSectionProps {
  title: string
  text?: ReactNode
  children: ReactNode
}

export function SettingsSection({ title, text, children }: SettingsSectionProps) {
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{title}</h2>
      {text ? <p className={styles.text}>{text}</p> : null}
      {children}
    </section>
  )
}
