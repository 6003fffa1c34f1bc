import { Button, Group, Popover, Text } from '@mantine/core'
import { useState } from 'react'
import { listNames } from './roundWords.ts'

interface RevealButtonProps {
  /** Who will see every answer. */
  all: string
  /** Who is not done; empty when everybody is. */
  without: readonly string[]
  isReady: boolean
  onReveal(): void
}

/** Names who will see the answers first: a reveal cannot be taken back. */
export function RevealButton({ all, without, isReady, onReveal }: RevealButtonProps) {
  const [isOpen, setOpen] = useState(false)
  const isEarly = without.length > 0
  const early = isEarly
    ? ` Without waiting for ${listNames(without)}: what is not finished stays private.`
    : ''
  // Several names stand beside the button, which has room for one.
  const whom = without.length === 1 ? without[0] : `these ${without.length}`
  return (
    <Popover opened={isOpen} onChange={setOpen} width={300} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button
          maw="100%"
          {...(isEarly ? { variant: 'default' } : { color: 'yours' })}
          disabled={!isReady}
          onClick={() => setOpen(true)}
        >
          {isEarly ? `Reveal without ${whom} …` : 'Reveal …'}
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
