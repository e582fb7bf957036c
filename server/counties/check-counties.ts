/** What a schema can not say of the counties of one installation: that they share nothing, and each holds together. Pure. */
import { addressNames, templateProblem } from '../county/addresses.ts';
import type { OfficeSetting } from '../county/organisation.ts';
import type { CountyFile } from './setting.ts';
import { themeProblems } from './theme.ts';

/** A county and where it is written. */
export interface Placed {
  readonly county: CountyFile;
  readonly file: string;
  /** JSON Pointer of the county within the file. */
  readonly at: string;
}

type Problem = readonly [path: string, text: string];

/** @param taken ports of the other parties */
export function checkCounties(
  counties: readonly Placed[],
  taken: readonly number[],
  networkProblem: (text: string) => string | undefined,
): readonly string[] {
  const said = ({ file, at }: Placed, problems: readonly Problem[]): readonly string[] =>
    problems.map(([path, text]) => `${file} ${at}${path}: ${text}`);
  return [
    ...counties.flatMap((one) => said(one, ownProblems(one.county, networkProblem))),
    ...counties.flatMap((one, index) => said(one, sharedProblems(one.county, counties.slice(0, index), taken))),
  ];
}

function ownProblems(county: CountyFile, networkProblem: (text: string) => string | undefined): readonly Problem[] {
  return [
    ...officeProblems(county.offices),
    ...addressProblems(county.addresses ?? {}).map(([path, text]): Problem => [`/addresses${path}`, text]),
    ...(county.theme
      ? themeProblems(county.theme).map(({ token, scheme, text }): Problem => [`/theme/${token}/${scheme}`, text])
      : []),
    ...(county.deskAddresses ?? []).flatMap((one, index): readonly Problem[] => {
      const text = networkProblem(one);
      return text === undefined ? [] : [[`/deskAddresses/${index}`, text]];
    }),
  ];
}

/** What two of them must not share. */
function sharedProblems(county: CountyFile, before: readonly Placed[], taken: readonly number[]): readonly Problem[] {
  const url = (one: CountyFile): string => new URL(one.url ?? `http://localhost:${one.port}`).origin;
  const same = (value: (one: CountyFile) => unknown): string | undefined =>
    before.find((other) => value(other.county) !== undefined && value(other.county) === value(county))?.county.id;
  const unique: readonly (readonly [path: string, value: (one: CountyFile) => unknown])[] = [
    ['/id', ({ id }) => id],
    ['/port', ({ port }) => port],
    ['/url', url],
    ['/numberPrefix', ({ numberPrefix }) => numberPrefix],
    ['/clientsFile', ({ clientsFile }) => clientsFile],
    ['/registry/account', ({ registry }) => registry?.account],
  ];
  return [
    ...unique.flatMap(([path, value]): readonly Problem[] => {
      const other = same(value);
      return other === undefined ? [] : [[path, `is that of ${other} too (${String(value(county))})`]];
    }),
    ...(taken.includes(county.port)
      ? [['/port', `is that of the platform or of the provider (${county.port})`] as const]
      : []),
  ];
}

function officeProblems(offices: readonly OfficeSetting[]): readonly Problem[] {
  // Of two with one id the first counts.
  const byId = new Map(offices.toReversed().map((office) => [office.id, office]));
  const owned = new Map<string, string>();
  return offices.flatMap(({ id, parent, services = [] }, index): readonly Problem[] => {
    const at = `/offices/${index}`;
    return [
      ...(offices.findIndex((one) => one.id === id) < index ? [[`${at}/id`, `there are two of "${id}"`] as const] : []),
      ...(parent !== undefined && !byId.has(parent)
        ? [[`${at}/parent`, `there is no office "${parent}"`] as const]
        : []),
      ...(isBelowItself(id, byId) ? [[`${at}/parent`, `"${id}" would be above itself`] as const] : []),
      ...services.flatMap((service, place): readonly Problem[] => {
        const other = owned.get(service);
        owned.set(service, id);
        return other === undefined ? [] : [[`${at}/services/${place}`, `"${service}" belongs to "${other}" already`]];
      }),
    ];
  });
}

function isBelowItself(id: string, offices: ReadonlyMap<string, OfficeSetting>): boolean {
  const seen = new Set<string>();
  for (let at = offices.get(id)?.parent; at !== undefined && !seen.has(at); at = offices.get(at)?.parent) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

/**
 * Path and words of every address of a county's file that is no template, or names a service where it may not. Empty:
 * none.
 */
export function addressProblems(addresses: NonNullable<CountyFile['addresses']>): readonly Problem[] {
  const check = (path: string, template: string | undefined, perService: boolean): readonly Problem[] => {
    const text = template === undefined ? undefined : templateProblem(template, perService);
    return text === undefined ? [] : [[path, text]];
  };
  return [
    ...addressNames.flatMap((name) => check(`/${name}`, addresses[name], true)),
    ...(['desk', 'builder'] as const).flatMap((name) => check(`/${name}`, addresses[name], false)),
    ...Object.entries(addresses.services ?? {}).flatMap(([service, own]) =>
      addressNames.flatMap((name) => check(`/services/${service}/${name}`, own[name], false)),
    ),
  ];
}
