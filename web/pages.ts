import { lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { RouteNotFound } from './shell/RouteNotFound.tsx'

const modules = import.meta.glob<Record<string, ComponentType>>(['./*/*Page.tsx', '!./shell/Page.tsx'])

/** A page by its place, e.g. `page('handoffs/HandoffsPage')`, loaded when its route is first entered. */
export function page(place: string) {
  const name = place.split('/')[1]!
  return lazyRouteComponent(async () => {
    const load = modules[`./${place}.tsx`]
    return load ? await load() : { [name]: RouteNotFound }
  }, name)
}
