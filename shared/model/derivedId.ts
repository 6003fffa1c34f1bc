/**
 * The id of a row that follows from two others, for what has no author to choose one: the same for the same two, whoever
 * works it out. Clients choose ids, and whoever knows both could have chosen this one: of ids that are taken, it is the
 * first free one after.
 */
export function derivedId(one: string, other: string, isTaken: (id: string) => boolean): string {
  let id = mixed(one, other)
  while (isTaken(id)) id = next(id)
  return id
}

function mixed(one: string, other: string): string {
  const [left, right] = [one, other].map((id) => id.replaceAll('-', ''))
  const digits = Array.from(left!, (digit, index) => mix(digit, right![index]!))
  // Version 8, made by a rule of one's own, in the variant that ids have.
  digits[12] = '8'
  digits[16] = (8 + (Number.parseInt(digits[16]!, 16) % 4)).toString(16)
  return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const mix = (one: string, other: string) =>
  (Number.parseInt(one, 16) ^ Number.parseInt(other, 16)).toString(16)

function next(id: string): string {
  const last = (Number.parseInt(id.slice(24), 16) + 1) % 16 ** 12
  return id.slice(0, 24) + last.toString(16).padStart(12, '0')
}
