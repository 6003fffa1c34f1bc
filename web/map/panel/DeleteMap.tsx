import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ecosystemsKey } from '../../ecosystems/ecosystemsQuery.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import styles from './Panel.module.css'
import { Section } from './Section.tsx'
import { usePanelNames } from './usePanelNames.ts'

/** Deleting the whole map: asks first and says what goes with it, or why it has to stay. */
export function DeleteMap() {
  const { ecosystem, journey, readOnly } = useMapView()
  const commands = useCommands()
  const { others, wholeMap } = usePanelNames()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [isAsking, { open, close }] = useDisclosure(false)
  const { map, lanes, cards, links } = journey
  const { ecosystemId } = ecosystem
  const removal = [{ type: 'map.remove', id: map.id }] as const
  const reason = commands.whyNot([...removal])
  if (readOnly) return null
  const remove = async () => {
    const removing = ecosystem.change([...removal], `Delete the map ${map.name}`)
    await navigate({ to: '/ecosystems/$ecosystemId/partners', params: { ecosystemId } })
    await removing
    // Home and the tab Map list maps from elsewhere.
    void queries.invalidateQueries({ queryKey: ecosystemsKey })
    void queries.invalidateQueries({ queryKey: ['ecosystem', ecosystemId] })
  }
  return (
    <Section title="Delete this map" eyes={wholeMap} reason={reason}>
      {reason ? null : isAsking ? (
        <>
          <p className={styles.quiet}>
            {say(lanes.length, 'lane')}, {say(cards.size, 'touchpoint')} and {say(links.size, 'link')} go with
            it{others.length > 0 ? `, also for ${others.join(', ')}` : ''}. Views and pain points that
            organisations keep of their own stay theirs, without a place. You can undo this.
          </p>
          <div className={styles.buttons}>
            <Button size="xs" color="pain" onClick={() => void remove()}>
              Delete it
            </Button>
            <Button size="xs" variant="default" onClick={close}>
              Keep it
            </Button>
          </div>
        </>
      ) : (
        <div className={styles.buttons}>
          <Button size="xs" variant="outline" color="pain" onClick={open}>
            Delete {map.name} …
          </Button>
        </div>
      )}
    </Section>
  )
}

function say(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
