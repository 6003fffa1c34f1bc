import { Loading } from './Loading.tsx'

export function RouteLoading() {
  return <Loading />
}
