/**
 * The id of a row that follows from two others, for what has no author to choose one: the same for the same two, whoever
 * works it out, and like no other.
 */
export function derivedId(one: string, other: string): string {
  const [left, right] = [one, other].map((id) => id.replaceAll('-', ''))
  const mixed = Array.from(left!, (digit, index) => mix(digit, right![index]!))
  // Version 8, made by a rule of one's own, in the variant that ids have.
  mixed[12] = '8'
  mixed[16] = (8 + (Number.parseInt(mixed[16]!, 16) % 4)).toString(16)
  return mixed.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const mix = (one: string, other: string) =>
  (Number.parseInt(one, 16) ^ Number.parseInt(other, 16)).toString(16)
