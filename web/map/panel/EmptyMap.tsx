export function EmptyMap() {
  return <p>empty</p>
}
