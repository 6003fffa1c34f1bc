import { useMantineColorScheme } from '@mantine/core'
import { useStoreApi } from '@xyflow/react'
import { memo, useEffect, useRef } from 'react'
import type { Drawing } from '../../../shared/layout/types.ts'
import { useSelectedByOthers } from '../../live/useSelectedByOthers.ts'
import { colours } from '../../theme/tokens.ts'
import type { Journey } from '../journey/journey.ts'
import type { Heat } from '../lens.ts'
import styles from './OverviewCanvas.module.css'
import { type OverviewPaths, overviewPaths } from './overviewPaths.ts'
import { paintOverview } from './paintOverview.ts'

interface OverviewCanvasProps {
  journey: Journey
  drawing: Drawing
  selected: ReadonlySet<string>
  heat: Heat
}

/** The whole map painted at once, where cards would be too small to read. */
export const OverviewCanvas = memo(function OverviewCanvas({
  journey,
  drawing,
  selected,
  heat,
}: OverviewCanvasProps) {
  const element = useRef<HTMLCanvasElement>(null)
  const store = useStoreApi()
  const { colorScheme } = useMantineColorScheme()
  const selectedByOthers = useSelectedByOthers()
  const rings = useRef(selectedByOthers)
  const repaint = useRef(() => {})
  useEffect(() => {
    const isDark =
      colorScheme === 'dark' ||
      (colorScheme === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches)
    const palette = colours[isDark ? 'dark' : 'light']
    let paths: OverviewPaths | undefined
    let frame = 0
    const paint = () => {
      frame = 0
      const { transform, width, height } = store.getState()
      const canvas = element.current
      const context = canvas?.getContext('2d')
      if (!canvas || !context) return
      paths ??= overviewPaths(journey, drawing, palette, heat)
      const scale = window.devicePixelRatio || 1
      if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
        canvas.width = Math.round(width * scale)
        canvas.height = Math.round(height * scale)
      }
      const shown = { journey, drawing, paths, selected, selectedByOthers: rings.current }
      paintOverview(context, { ...shown, transform, width, height, scale, palette })
    }
    const plan = () => {
      frame ||= requestAnimationFrame(paint)
    }
    paint()
    repaint.current = plan
    const unsubscribe = store.subscribe((state, before) => {
      const isMoved = state.transform !== before.transform
      if (isMoved || state.width !== before.width || state.height !== before.height) plan()
    })
    return () => {
      unsubscribe()
      cancelAnimationFrame(frame)
    }
  }, [journey, drawing, selected, heat, store, colorScheme])
  useEffect(() => {
    rings.current = selectedByOthers
    repaint.current()
  }, [selectedByOthers])
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas is focusable only with a tabindex, and this one has none
  return <canvas ref={element} className={styles.canvas} aria-hidden="true" />
})
