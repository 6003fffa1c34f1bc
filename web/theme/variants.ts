import type { VariantColorResolverResult, VariantColorsResolver } from '@mantine/core'

/**
 * Every control takes its colours from a role, so that both schemes follow from the tokens alone.
 * Filled ink is the ordinary action, `yours` an act that counts as your organisation's word, `pain` a loss.
 */
export const resolveVariant: VariantColorsResolver = ({ color, variant }) => {
  const role = (roles as readonly string[]).includes(String(color)) ? (color as Role) : 'ink'
  return variants[variant]?.(role) ?? variants.filled!(role)
}

const roles = ['ink', 'yours', 'pain', 'delight', 'others'] as const
type Role = (typeof roles)[number]

const variants: Record<string, (role: Role) => VariantColorResolverResult> = {
  filled: (role) => ({
    background: `var(--il-${role})`,
    hover:
      role === 'ink' ? 'var(--il-ink-hover)' : `color-mix(in srgb, var(--il-${role}) 86%, var(--il-ink))`,
    color: `var(--il-on-${role})`,
    hoverColor: `var(--il-on-${role})`,
    border: `1.5px solid var(--il-${role === 'yours' ? 'yours-outline' : role})`,
  }),
  light: (role) => ({
    background: role === 'ink' ? 'var(--il-sunken)' : `var(--il-${role}-tint)`,
    hover: 'var(--il-gutter)',
    color: textOf(role),
    hoverColor: textOf(role),
    border: '1.5px solid transparent',
  }),
  outline: (role) => ({
    background: 'transparent',
    hover: 'var(--il-sunken)',
    color: textOf(role),
    hoverColor: textOf(role),
    border: `1.5px solid ${role === 'ink' ? 'var(--il-line-strong)' : textOf(role)}`,
  }),
  default: () => ({
    background: 'var(--il-surface)',
    hover: 'var(--il-sunken)',
    color: 'var(--il-ink)',
    hoverColor: 'var(--il-ink)',
    border: '1.5px solid var(--il-line-strong)',
  }),
  subtle: (role) => ({
    background: 'transparent',
    hover: 'var(--il-sunken)',
    color: textOf(role),
    hoverColor: textOf(role),
    border: '1.5px solid transparent',
  }),
}
variants.transparent = variants.subtle!
variants.white = variants.default!
variants.dot = variants.default!

function textOf(role: Role): string {
  if (role === 'pain' || role === 'delight') return `var(--il-${role}-text)`
  return role === 'others' ? 'var(--il-text-quiet)' : 'var(--il-ink)'
}
