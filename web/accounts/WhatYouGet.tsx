import styles from './accounts.module.css'
import list from './WhatYouGet.module.css'

const promises = [
  ['You are its first admin.', 'Invite colleagues to run it, edit or read along.'],
  ['Your content is yours.', 'Others see of it only what you share, and each part says who sees it.'],
  [
    'Partners join for nothing.',
    'Invite them from the handoff you want to settle. They bring their own organisation.',
  ],
]

/** What follows from signing up, for somebody who hesitates. */
export function WhatYouGet() {
  return (
    <section className={styles.aside} aria-labelledby="get-title">
      <h2 className={styles.sectionTitle} id="get-title">
        What happens then
      </h2>
      <ul className={list.list}>
        {promises.map(([claim, text]) => (
          <li key={claim}>
            <strong>{claim}</strong>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
