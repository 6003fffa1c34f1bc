export function OutlineView() {
  return <p>outline</p>
}
