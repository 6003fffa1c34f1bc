// The pages one can go to by name, under the titles they bear.

/** Of whoever is signed in, wherever they are. */
export const ownPages = [
  { label: 'Home', to: '/home' },
  { label: 'Inbox', to: '/inbox' },
  { label: 'Settings', to: '/settings' },
  { label: 'New ecosystem', to: '/new-ecosystem' },
] as const

/** Of an ecosystem. */
export const ecosystemPages = [
  { label: 'Handoffs', to: '/ecosystems/$ecosystemId/handoffs' },
  { label: 'Review', to: '/ecosystems/$ecosystemId/review' },
  { label: 'Partners', to: '/ecosystems/$ecosystemId/partners' },
  { label: 'What outsiders see of ours', to: '/ecosystems/$ecosystemId/sharing' },
  { label: 'Blind rounds', to: '/ecosystems/$ecosystemId/rounds' },
  { label: 'Rate together, blind', to: '/ecosystems/$ecosystemId/new-round' },
  { label: 'Your lane, as others described it', to: '/ecosystems/$ecosystemId/lane-review' },
  { label: 'New map', to: '/ecosystems/$ecosystemId/new-map' },
  { label: 'Import and export', to: '/ecosystems/$ecosystemId/import' },
] as const
