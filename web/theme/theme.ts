import { type CSSVariablesResolver, createTheme } from '@mantine/core'
import { components } from './components.ts'
import { families } from './families.ts'
import { type ColourScheme, colourProperties, fonts } from './tokens.ts'
import { resolveVariant } from './variants.ts'

export const theme = createTheme({
  colors: families,
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 0 },
  autoContrast: true,
  luminanceThreshold: 0.36,
  variantColorResolver: resolveVariant,
  fontFamily: fonts.text,
  fontFamilyMonospace: fonts.text,
  headings: {
    fontFamily: fonts.name,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '2rem', lineHeight: '1.1' },
      h2: { fontSize: '1.5rem', lineHeight: '1.15' },
      h3: { fontSize: '1.1875rem', lineHeight: '1.2' },
      h4: { fontSize: '1rem', lineHeight: '1.25' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.5', lg: '1.5', xl: '1.4' },
  radius: { xs: '2px', sm: '4px', md: '4px', lg: '4px', xl: '4px' },
  defaultRadius: 'sm',
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components,
})

export const resolveVariables: CSSVariablesResolver = () => ({
  variables: { '--il-font-name': fonts.name, '--il-font-text': fonts.text },
  light: schemeVariables('light'),
  dark: schemeVariables('dark'),
})

function schemeVariables(scheme: ColourScheme): Record<string, string> {
  return {
    ...colourProperties(scheme),
    '--mantine-color-body': 'var(--il-ground)',
    '--mantine-color-text': 'var(--il-ink)',
    '--mantine-color-bright': 'var(--il-ink)',
    '--mantine-color-dimmed': 'var(--il-text-quiet)',
    '--mantine-color-placeholder': 'var(--il-text-quiet)',
    '--mantine-color-anchor': 'var(--il-ink)',
    '--mantine-color-error': 'var(--il-pain-text)',
    '--mantine-color-success': 'var(--il-delight-text)',
    '--mantine-color-default': 'var(--il-surface)',
    '--mantine-color-default-hover': 'var(--il-sunken)',
    '--mantine-color-default-color': 'var(--il-ink)',
    '--mantine-color-default-border': 'var(--il-line-strong)',
    '--mantine-color-disabled': 'var(--il-sunken)',
    '--mantine-color-disabled-color': 'var(--il-text-quiet)',
    '--mantine-color-disabled-border': 'var(--il-line)',
  }
}
