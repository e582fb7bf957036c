/**
 * `npm run build [-- part …]`: what browsers get (`county`, `components`, `builder`, `platform`; prints sizes, fails over
 * budget), what every published form's validator begins with (`validator`), and the server.
 */
import { build } from 'vite';
import { buildServer } from './build-server.mjs';
import { buildValidatorHead } from './build-validator-head.mjs';
import { checkBuilderSize, checkSizes } from './sizes.mjs';

const forBrowsers = (mode) => build({ mode, configFile: 'vite.config.ts', logLevel: 'warn' });
const parts = {
  platform: () => forBrowsers('platform'),
  components: () => forBrowsers('components'),
  builder: () => forBrowsers('builder'),
  county: () => forBrowsers('county'),
  validator: buildValidatorHead,
  server: buildServer,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !Object.hasOwn(parts, part));
if (unknown.length) throw new Error(`${unknown.join(', ')}: not among ${Object.keys(parts).join(', ')}`);
const wanted = asked.length ? asked : Object.keys(parts);
for (const part of wanted) await parts[part]();
if (wanted.includes('components') && !(await checkSizes('dist/components'))) process.exit(1);
if (wanted.includes('builder') && !(await checkBuilderSize('dist/builder'))) process.exit(1);
