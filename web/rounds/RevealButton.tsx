import { Button, Group, Popover, Text } from '@mantine/core'
import { useState } from 'react'

interface RevealButtonProps {
  /** Who will see every answer. */
  all: string
  /** Who is not done; empty when everybody is. */
  names: string
  isReady: boolean
  onReveal(): void
}

/** Names who will see the answers first: a reveal cannot be taken back. */
export function RevealButton({ all, names, isReady, onReveal }: RevealButtonProps) {
  const [isOpen, setOpen] = useState(false)
  const early = names === '' ? '' : ` Without waiting for ${names}: what is not finished stays private.`
  return (
    <Popover opened={isOpen} onChange={setOpen} width={300} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button
          {...(names === '' ? { color: 'yours' } : { variant: 'default' })}
          disabled={!isReady}
          onClick={() => setOpen(true)}
        >
          {names === '' ? 'Reveal …' : `Reveal without ${names} …`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm">
        <Text size="sm">
          {all} will see every answer that is finished, with who gave it. This cannot be taken back.{early}
        </Text>
        <Group gap="xs" mt="sm">
          <Button
            size="xs"
            color="yours"
            onClick={() => {
              setOpen(false)
              onReveal()
            }}
          >
            Reveal to them
          </Button>
          <Button size="xs" variant="subtle" onClick={() => setOpen(false)}>
            Not yet
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
}
