import { ConfigError } from '../config.ts';
import type { CountySetting } from './setting.ts';

/** Of a command's `county` or `county:<id>`. @throws ConfigError where that is none, or more than one */
export function pickCounty(counties: readonly CountySetting[], label: string): CountySetting {
  const found = counties.filter((one) => one.label === label);
  const [only] = found.length ? found : label === 'county' ? counties : [];
  if (!only || (!found.length && counties.length > 1))
    throw new ConfigError(`which county? ${counties.map((one) => one.label).join(', ')}`);
  return only;
}
