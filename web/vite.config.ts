import { defineConfig } from 'vite';

/** `npm run web` serves the app with changes at once, and passes API calls on to a key service on its default port. */
export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // Everything is a file of its own: the content security policy allows no inline script, style or data address.
  build: {
    outDir: '../build/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Few files: each takes a slow machine longer than the few bytes that it spares. A page is one, what pages share another.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'shared', test: /\/(web\/src|src\/contract)\//, minShareCount: 3 }] },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
