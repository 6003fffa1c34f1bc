export function TableView() {
  return <p>table</p>
}
