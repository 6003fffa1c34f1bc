import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

/**
 * The secret that the link to this page carried in its fragment, or null. It leaves the address bar at once and stays
 * with the tab, so that one can sign in first and come back to `page` (the page's path).
 */
export function useLinkSecret(page: string): string | null {
  const [secret] = useState(() => keepSecret(page))
  const navigate = useNavigate()
  useEffect(() => {
    if (window.location.hash) void navigate({ to: '.', hash: '', replace: true })
  }, [navigate])
  return secret
}

/** Called once the link has done what it was for. */
export function forgetLinkSecret(page: string): void {
  sessionStorage.removeItem(keyOf(page))
}

function keepSecret(page: string): string | null {
  const secret = window.location.hash.slice(1)
  if (secret) sessionStorage.setItem(keyOf(page), secret)
  return sessionStorage.getItem(keyOf(page))
}

function keyOf(page: string): string {
  return `interlane.link.${page}`
}
