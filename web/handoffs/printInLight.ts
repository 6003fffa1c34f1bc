import { useEffect } from 'react'

const attribute = 'data-mantine-color-scheme'

/** Paper is white: while the page is printed it takes the light look, whatever the screen has. */
export function usePrintInLight(): void {
  useEffect(() => {
    const root = document.documentElement
    let screen: string | null = null
    const before = () => {
      screen = root.getAttribute(attribute)
      root.setAttribute(attribute, 'light')
    }
    const after = () => {
      if (screen) root.setAttribute(attribute, screen)
    }
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
}
