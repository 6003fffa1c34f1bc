import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const apiAddress = process.env.INTERLANE_API ?? 'http://127.0.0.1:3000'

export default defineConfig({
  root: fileURLToPath(new URL('web', import.meta.url)),
  publicDir: fileURLToPath(new URL('web/public', import.meta.url)),
  cacheDir: fileURLToPath(new URL('node_modules/.cache/vite', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    // The content security policy lets nothing in as a data address but pictures.
    assetsInlineLimit: 0,
    // elkjs is one 1.5 MB worker that is loaded only when a drawing is asked for.
    chunkSizeWarningLimit: 1600,
  },
  server: {
    host: '127.0.0.1',
    // web/api/ is source that the browser asks for under the same path.
    proxy: { '^/api/(?!.*\\.tsx?(\\?|$))': { target: apiAddress, changeOrigin: false, ws: true } },
  },
})
