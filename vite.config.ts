/**
 * Five builds, one mode each (`vite build --mode <name>`, all by `npm run build`):
 * `county` the demo site · `playground` a page per element and state · `components` the elements as a county takes them · `builder` the form
 * builder · `platform` the platform's page scripts.
 */
import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { tightTemplatesPlugin } from './scripts/tight-templates.mjs';

const root = import.meta.dirname;
const entries = (folder: string, ending: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith(ending) && !file.endsWith('.test.ts') && !file.endsWith('.d.ts'))
      .map((file) => [basename(file, ending), resolve(root, folder, file)]),
  );

const shared = { target: 'es2022', emptyOutDir: true, modulePreload: { polyfill: false }, sourcemap: false } as const;

const builds: Record<string, () => UserConfig> = {
  county: () => ({
    root: join(root, 'demo/county'),
    build: {
      ...shared,
      outDir: join(root, 'dist/county'),
      rolldownOptions: { input: entries('demo/county', '.html') },
    },
  }),
  playground: () => ({
    root: join(root, 'demo/playground'),
    base: '/playground/',
    build: { ...shared, outDir: join(root, 'dist/playground') },
  }),
  components: () => ({
    root,
    build: {
      ...shared,
      outDir: join(root, 'dist/components'),
      manifest: true,
      modulePreload: false,
      rolldownOptions: {
        input: entries('components/define', '.ts'),
        preserveEntrySignatures: 'strict',
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          // Few files compress better than many; the notice must not load the fields with them.
          codeSplitting: {
            groups: [
              {
                name: 'base',
                test: /node_modules(?!.*\/(uqr|@zxing|ts-custom-error)\/)|rolldown|schemas\/(text|taiwan\/(plain-text|national-id))|components\/(controllers\/(county-error|county-api|language-of)|styles\/tokens|define\/define)\./,
                priority: 3,
              },
              // Words in two languages compress with each other, and spoil the compression of code.
              { name: 'words', test: /components\/(form\/messages|i18n\/\w+-messages)\./, priority: 2 },
              // Else the counter loads the fields for it.
              { name: 'keys', test: /schemas\/keyboard\//, priority: 2 },
              { name: 'fields', test: /components\/(fields|error-summary|i18n|form)\//, priority: 1 },
            ],
          },
        },
      },
    },
  }),
  builder: () => ({
    root,
    publicDir: false,
    build: {
      ...shared,
      outDir: join(root, 'dist/builder'),
      manifest: true,
      modulePreload: false,
      rolldownOptions: {
        input: { 'mydata-form-builder': resolve(root, 'builder/define/mydata-form-builder.ts') },
        preserveEntrySignatures: 'strict',
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          // What residents' pages have too.
          codeSplitting: {
            groups: [{ name: 'form-elements', test: /components\/(fields|error-summary|form)\//, priority: 1 }],
          },
        },
      },
    },
  }),
  platform: () => ({
    root,
    publicDir: false,
    build: {
      ...shared,
      outDir: join(root, 'dist/platform'),
      rolldownOptions: {
        input: entries('server/platform/browser', '.ts'),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  }),
};

/** Parts loaded on demand are single small files without styles: the kilobyte that preloads them would be for nothing. */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'post',
  transform: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => ({ code: 'export const __vitePreload = (load) => load();', map: null }),
  },
};

export default defineConfig(({ mode }) => ({
  ...(builds[mode] ?? builds.county!)(),
  plugins: [tightTemplatesPlugin(), ...(mode === 'components' ? [plainImports] : [])],
}));
