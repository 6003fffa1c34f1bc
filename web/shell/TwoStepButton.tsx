import { Button, type ButtonProps } from '@mantine/core'
import { useEffect, useState } from 'react'

interface TwoStepButtonProps extends ButtonProps {
  /** What the first click offers, e.g. "Remove". */
  children: string
  /** What it asks before the second, e.g. "Really remove?". */
  question: string
  /** Names the button for people who do not see what it stands beside. */
  label: string
  onConfirm(): void
}

/** For what takes effect at once and cannot be undone: the second click within five seconds does it. */
export function TwoStepButton({ children, question, label, onConfirm, ...look }: TwoStepButtonProps) {
  const [isAsking, setAsking] = useState(false)
  useEffect(() => {
    if (!isAsking) return
    const timer = setTimeout(() => setAsking(false), 5000)
    return () => clearTimeout(timer)
  }, [isAsking])
  const click = () => {
    if (isAsking) onConfirm()
    setAsking(!isAsking)
  }
  return (
    <Button
      {...look}
      color="pain"
      variant={isAsking ? 'filled' : 'subtle'}
      aria-label={isAsking ? `${question} ${label}` : label}
      onClick={click}
    >
      {isAsking ? question : children}
    </Button>
  )
}
