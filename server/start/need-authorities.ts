/**
 * Whom the counties of this start believe must be there before they run. Who begins with another platform has its authorities
 * late, and needs the counties' own registrations early: so those are written first, and this says what is still missing.
 */
import { existsSync } from 'node:fs';
import { ConfigError, type Config } from '../config.ts';
import type { CountySetting } from '../counties/setting.ts';
import type { Started } from './refuse-test-keys.ts';
import { isClientFileMade } from './registrar.ts';

/** @throws ConfigError */
export function needAuthorities(config: Config, { names, counties }: Started): void {
  // The provider of the same start makes the file.
  if (!counties.length || names.includes('provider') || existsSync(config.caFile)) return;
  const written = counties.filter((county) => isClientFileMade(config, county));
  throw new ConfigError(
    [
      `MYDATA_CA: no file with trusted certificate authorities at ${config.caFile}`,
      ...(written.length
        ? [
            `Register what is written now at the platform ${config.urls.platform}, word for word:`,
            ...written.map((county) => `  ${county.clientsFile}${nameOf(county)}`),
            'Then start again with MYDATA_CA=<PEM file of the authorities whose packages are taken>. What was written stays as it is.',
          ]
        : ['Name a PEM file of the authorities whose packages are taken in MYDATA_CA, or start the provider first.']),
    ].join('\n'),
  );
}

const nameOf = ({ label }: CountySetting): string => (label === 'county' ? '' : ` (${label})`);
