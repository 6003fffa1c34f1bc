import { namesIn } from './fileNames.ts'
import type { MapDocument } from './mapDocument.ts'

/** Says who wrote or answered: people of one's own organisation by name, others with their organisation, as the copy is one's own. */
export function signerOf(file: MapDocument, organisationId: string) {
  const nameOf = namesIn(file)
  return (said: { authorName: string; organisationId: string }): string =>
    said.organisationId === organisationId
      ? said.authorName
      : `${said.authorName} of ${nameOf(said.organisationId) || 'another company'}`.slice(0, 160)
}
