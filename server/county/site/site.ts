/**
 * A built site that the app serves for residents, clerks and designers: its folder holds `site.json`, which says what stands
 * at which address and where people are sent to. The demo's is demo/county/public/site.json; a county's own is another.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addressNames, templateProblem, type ServiceAddresses, type StaffAddresses } from '../addresses.ts';
import { CountySetupError } from '../setup-error.ts';

export interface SitePage {
  /** As the router reads it, e.g. `/services/:service/apply`; `:service` is one of the county's services, else there is no page. */
  readonly path: string;
  /** Within the folder; `{emblem}` stands for the organisation's. */
  readonly file: string;
  /** An application is begun here: outside of the service's times only who has begun comes in. */
  readonly begins?: boolean;
  /** Nobody else sees it. */
  readonly for?: 'clerk' | 'designer';
  readonly camera?: boolean;
}

export interface Site {
  readonly folder: string;
  readonly pages: readonly SitePage[];
  readonly addresses: ServiceAddresses & StaffAddresses;
}

/** @throws CountySetupError `site` with every problem */
export async function readSite(folder: string): Promise<Site> {
  const file = join(folder, 'site.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new CountySetupError('site', `${file}: there is no such file; is the site built?`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CountySetupError('site', `${file}: is not JSON`);
  }
  const { pages, addresses } = (value ?? {}) as { readonly pages?: unknown; readonly addresses?: unknown };
  const problems = [...pageProblems(pages), ...addressProblems(addresses)];
  if (problems.length) throw new CountySetupError('site', problems.map((one) => `${file} ${one}`).join('\n'));
  return { folder, pages: pages as readonly SitePage[], addresses: addresses as Site['addresses'] };
}

const keys = new Set(['path', 'file', 'begins', 'for', 'camera']);
const pathPattern = /^(\/|(\/(:[a-z]+|[\w.-]+))+)$/;
const filePattern = /^(?:[\w-]+\/)*[\w{}-]+\.(html|svg|json|webmanifest)$/;

function pageProblems(pages: unknown): readonly string[] {
  if (!Array.isArray(pages)) return ['/pages: must list the pages'];
  return pages.flatMap((page: unknown, index) => {
    const { path, file, begins, for: whom, camera, ...more } = (page ?? {}) as Readonly<Record<string, unknown>>;
    const at = `/pages/${index}`;
    return [
      ...(typeof path === 'string' && pathPattern.test(path) ? [] : [`${at}/path: must be a path`]),
      ...(typeof file === 'string' && filePattern.test(file) ? [] : [`${at}/file: must be a file of the folder`]),
      ...(begins === undefined || typeof begins === 'boolean' ? [] : [`${at}/begins: must be true or false`]),
      ...(camera === undefined || typeof camera === 'boolean' ? [] : [`${at}/camera: must be true or false`]),
      ...(whom === undefined || whom === 'clerk' || whom === 'designer'
        ? []
        : [`${at}/for: must be clerk or designer`]),
      ...Object.keys(more)
        .filter((name) => !keys.has(name))
        .map((name) => `${at}/${name}: is not known here`),
    ];
  });
}

function addressProblems(addresses: unknown): readonly string[] {
  const all = (addresses ?? {}) as Readonly<Record<string, unknown>>;
  const staff = ['desk', 'builder'];
  return [
    ...addressNames.flatMap((name) => problemOf(name, all[name], true)),
    ...staff.flatMap((name) => (all[name] === undefined ? [] : problemOf(name, all[name], false))),
    ...Object.keys(all)
      .filter((name) => !staff.includes(name) && !(addressNames as readonly string[]).includes(name))
      .map((name) => `/addresses/${name}: is not known here`),
  ];
}

function problemOf(name: string, template: unknown, perService: boolean): readonly string[] {
  const text = typeof template === 'string' ? templateProblem(template, perService) : 'must be an address';
  return text === undefined ? [] : [`/addresses/${name}: ${text}`];
}
