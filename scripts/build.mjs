/** Builds what the browser gets: `npm run build [-- county|components|builder|platform …]`. Prints sizes; fails over budget. */
import { build } from 'vite';
import { checkBuilderSize, checkSizes } from './sizes.mjs';

const asked = process.argv.slice(2);
const modes = asked.length ? asked : ['platform', 'components', 'builder', 'county'];
for (const mode of modes) await build({ mode, configFile: 'vite.config.ts', logLevel: 'warn' });
if (modes.includes('components') && !(await checkSizes('dist/components'))) process.exit(1);
if (modes.includes('builder') && !(await checkBuilderSize('dist/builder'))) process.exit(1);
