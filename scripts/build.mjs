/**
 * `npm run build [-- part …]`: what browsers get (`county`, `playground`, `components`, `builder`, `platform`), what every published form's
 * validator begins with (`validator`), and the server. What it weighs is asked by `npm run sizes`.
 */
import { build } from 'vite';
import { buildServer } from './build-server.mjs';
import { buildValidatorHead } from './build-validator-head.mjs';
import { building } from './parts.mjs';

const forBrowsers = (mode) => build({ mode, configFile: 'vite.config.ts', logLevel: 'warn' });
const makers = {
  platform: () => forBrowsers('platform'),
  components: () => forBrowsers('components'),
  builder: () => forBrowsers('builder'),
  county: () => forBrowsers('county'),
  playground: () => forBrowsers('playground'),
  validator: buildValidatorHead,
  server: buildServer,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !Object.hasOwn(makers, part));
if (unknown.length) throw new Error(`${unknown.join(', ')}: not among ${Object.keys(makers).join(', ')}`);
const wanted = asked.length ? asked : Object.keys(makers);
for (const part of wanted) await building(part, makers[part]);
