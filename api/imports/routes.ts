import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { ecosystemParameter } from '../../shared/ecosystems/requests.ts'
import { importedAnswer, importPreview } from '../../shared/imports/imports.ts'
import { sayMegabytes, xmlLimits } from '../../shared/interchange/xmlGuard.ts'
import { id } from '../../shared/model/fields.ts'
import type { AccountServices } from '../accounts/services.ts'
import { actingOrganisation, requirePerson } from '../accounts/signedIn.ts'
import { aFile, describe } from '../describe.ts'
import { requirePlace } from '../ecosystems/queries.ts'
import { AppError } from '../errors.ts'
import { input } from '../input.ts'
import { acceptImport, type ImportServices, previewImport } from './importing.ts'

/** Said before the file is read, so that it can be said at once of any size. */
const tooLarge = () => {
  throw new AppError('import.refused', {
    field: 'file',
    message: `The file is larger than ${sayMegabytes(xmlLimits.length)}, so none of its lines was read. Export a smaller part of it.`,
  })
}

export function importRoutes(services: ImportServices & { accounts: AccountServices }) {
  const signedIn = requirePerson(services.accounts)
  const acting = actingOrganisation(services.accounts)
  return new Hono()
    .post(
      '/api/ecosystems/:ecosystemId/imports',
      describe(
        'Imports',
        'Preview what a file would create; nothing is written',
        { 200: importPreview },
        aFile,
      ),
      signedIn,
      acting,
      bodyLimit({ maxSize: xmlLimits.length + 10_000, onError: tooLarge }),
      input('param', ecosystemParameter),
      async (context) => {
        const { ecosystemId } = context.req.valid('param')
        const viewer = context.get('viewer')
        await requirePlace(services.door, viewer, ecosystemId)
        const form = await context.req.parseBody().catch(() => ({}) as Record<string, never>)
        if (!(form.file instanceof File)) {
          throw new AppError('input.invalid', { field: 'file', message: 'Choose a file to import.' })
        }
        return context.json(await previewImport(services, viewer, ecosystemId, form.file))
      },
    )
    .post(
      '/api/ecosystems/:ecosystemId/imports/:importId',
      describe('Imports', 'Write a preview as one undoable edit', { 200: importedAnswer }),
      signedIn,
      acting,
      input('param', z.object({ ecosystemId: id, importId: id })),
      async (context) => {
        const { ecosystemId, importId } = context.req.valid('param')
        return context.json(await acceptImport(services, context.get('viewer'), ecosystemId, importId))
      },
    )
}
