export function Panel({ id }: { id: string }) {
  return <aside>{id}</aside>
}
