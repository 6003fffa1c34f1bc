// The kit's link and button as links of the router, with typed addresses and search.
import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'

type LinkAttributes<Props> = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof Props> & {
  ref?: Ref<HTMLAnchorElement>
}

/** A link in running text. */
export const TextLink = createLink((props: AnchorProps & LinkAttributes<AnchorProps>) => (
  <Anchor {...props} />
))

/** A link that looks like a button. */
export const ButtonLink = createLink((props: ButtonProps & LinkAttributes<ButtonProps>) => (
  <Button component="a" {...props} />
))
