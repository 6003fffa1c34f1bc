import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Failure } from './Failure.tsx'
import frame from './Page.module.css'

export function RouteFailure({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return (
    <div className={frame.page}>
      <Failure problem={error} title="This page could not be shown" onRetry={retry} />
    </div>
  )
}
