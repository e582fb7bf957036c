/** Live keeps keys, secrets and marks out of the folder that is backed up: a stolen backup must open nothing. */
import { existsSync, lstatSync, readlinkSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Config } from '../../config.ts';
import type { CountySetting } from '../../counties/setting.ts';
import { isInside } from './open-place.ts';
import { placeOf } from './place.ts';

/** → reasons not to start */
export function keysInData(
  config: Config,
  counties: readonly CountySetting[],
  started: { readonly names: readonly ('platform' | 'provider')[]; readonly counties: readonly CountySetting[] },
): readonly string[] {
  const data = real(config.dataFolder);
  const isBackedUp = (path: string): boolean => isInside(data, real(path));
  if (config.keysFolder === undefined)
    return [
      'MYDATA_KEYS must name a folder for the keys, apart from MYDATA_DATA: who has a backup must not have the keys',
    ];
  const files = [
    ...(started.names.includes('platform') ? [...counties, { ...config, label: 'MYDATA_CLIENTS' }] : started.counties),
    ...(started.names.includes('platform') ? [{ clientsFile: config.resourcesFile, label: 'MYDATA_RESOURCES' }] : []),
  ];
  const left = [...started.names, ...started.counties]
    .map((party) => placeOf(config, party))
    .flatMap(({ data, keys }) => [
      ...['master.key', 'witness.key', 'epochs'].map((name) => [join(data, name), join(keys, name)] as const),
      [join(data, 'keys'), keys] as const,
    ])
    .filter(([path]) => existsSync(path));
  return [
    ...(isBackedUp(config.keysFolder) ? ['MYDATA_KEYS must not lie within MYDATA_DATA, which is backed up'] : []),
    ...(isBackedUp(config.marksFolder) ? ['MYDATA_MARKS must not lie within MYDATA_DATA, which is backed up'] : []),
    ...left.map(([path, to]) => `${path} lies within MYDATA_DATA, which is backed up: make it ${to}`),
    ...files
      .filter(({ clientsFile }) => clientsFile !== undefined && isBackedUp(clientsFile))
      .map(({ label, clientsFile }) => `${label}: ${clientsFile} holds secrets and lies within MYDATA_DATA`),
  ];
}

/** Through links, also to what is not there yet. */
function real(path: string): string {
  if (dirname(path) === path) return path;
  const whole = join(real(dirname(path)), basename(path));
  const link = lstatSync(whole, { throwIfNoEntry: false })?.isSymbolicLink();
  return link ? real(resolve(dirname(whole), readlinkSync(whole))) : whole;
}
