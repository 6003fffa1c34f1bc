import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'

/** Serves the built web from `folder`; every path that is no file is a page of the single-page program. */
export function webFiles(folder: string) {
  const page = () => readFile(join(folder, 'index.html'), 'utf8')
  return new Hono()
    .use(compress())
    .get(
      '*',
      serveStatic({
        root: folder,
        onFound: (path, context) => context.header('Cache-Control', cachingOf(path)),
      }),
    )
    .get('*', async (context) => {
      if (context.req.path.startsWith('/assets/'))
        return context.text('This file is not there (any more).', 404)
      context.header('Cache-Control', 'no-cache')
      return context.html(await page())
    })
}

/** The build puts a hash of its content into the name of every file in `assets`. */
function cachingOf(path: string): string {
  return path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
}
