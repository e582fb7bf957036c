/**
 * The counties of an installation: one by variables, or those of the file that `MYDATA_COUNTIES` names, `{"counties":
 * [<county or name of its file>, …]}`. Read and checked whole; everything that is wrong is named at once, each with file
 * and field. What is checked later, county by county: that the folders hold services and sites.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { ConfigError, networkProblem, type Config, type CountiesSource } from '../config.ts';
import { addressProblems, checkCounties, type Placed } from './check-counties.ts';
import countySchema from './county.schema.json' with { type: 'json' };
import type { CountyFile, CountySetting } from './setting.ts';

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false });
const isCounty = ajv.compile<CountyFile>(countySchema);
const areAddresses = ajv.compile<NonNullable<CountyFile['addresses']>>(countySchema.properties.addresses);

/** In the order of the file. @throws ConfigError with every problem */
export async function readCounties(config: Config): Promise<readonly CountySetting[]> {
  if (config.counties.kind === 'one') return [await withAddresses(config.counties)];
  const { file, urls } = config.counties;
  const { placed, problems } = await readFiles(file);
  if (problems.length) throw broken(problems);
  const taken = [config.ports.platform, config.ports.provider];
  const ports = portsOf(
    placed.map(({ county }) => county),
    config.counties,
    taken,
  );
  const moved = placed.map((one) => ({ ...one, county: movedTo(one.county, ports(one.county), urls) }));
  const wrong = checkCounties(moved, taken, networkProblem);
  if (wrong.length) throw broken(wrong);
  return moved.map((one) => settingOf(one, config));
}

async function withAddresses({
  county,
  addressesFile: file,
}: Extract<CountiesSource, { kind: 'one' }>): Promise<CountySetting> {
  if (file === undefined) return county;
  const read = await readJson(file);
  const problems =
    'problem' in read
      ? [read.problem]
      : areAddresses(read.value)
        ? addressProblems(read.value).map(([path, text]) => `${file} ${path}: ${text}`)
        : (areAddresses.errors ?? []).map((error) => problemOf(error, file, ''));
  if ('problem' in read || problems.length) throw broken(problems, 'MYDATA_ADDRESSES');
  return { ...county, addresses: read.value as NonNullable<CountySetting['addresses']> };
}

/** Environment names hold no dash: `MYDATA_COUNTY_HUALIEN_PORT`. */
const variableOf = (id: string, what: 'PORT' | 'URL'): string =>
  `MYDATA_COUNTY_${id.toUpperCase().replaceAll('-', '_')}_${what}`;

/**
 * By a county's own variable, else as far from the first county's as the file says. Numbers that are moved give way to those
 * that are taken here.
 */
function portsOf(
  counties: readonly CountyFile[],
  { firstPort, ports }: Extract<CountiesSource, { kind: 'file' }>,
  others: readonly number[],
): (county: CountyFile) => number {
  const own = ({ id }: CountyFile, index: number): number | undefined =>
    ports.get(variableOf(id, 'PORT')) ?? (index === 0 ? firstPort : undefined);
  const distance = firstPort === undefined ? 0 : firstPort - (counties[0]?.port ?? firstPort);
  const taken = new Set([...others, ...counties.flatMap((county, index) => own(county, index) ?? [])]);
  const found = new Map<CountyFile, number>();
  counties.forEach((county, index) => {
    let port = own(county, index) ?? county.port + distance;
    while (distance && own(county, index) === undefined && taken.has(port)) port += 1;
    taken.add(port);
    found.set(county, port);
  });
  return (county) => found.get(county) ?? county.port;
}

function movedTo(county: CountyFile, port: number, urls: ReadonlyMap<string, string>): CountyFile {
  const url = urls.get(variableOf(county.id, 'URL')) ?? county.url;
  return { ...county, port, ...(url !== undefined && { url: url.replace(/\/+$/, '') }) };
}

function settingOf({ county, file }: Placed, config: Config): CountySetting {
  const near = (path: string): string => resolve(dirname(file), path);
  const { id, name, area, offices, port, url, services, numberPrefix, site, registry } = county;
  const dataFolder = join(config.dataFolder, 'counties', id);
  return {
    id,
    label: `county:${id}`,
    cookieName: `county_${id}`,
    portVariable: variableOf(id, 'PORT'),
    port,
    url: url ?? `http://localhost:${port}`,
    dataFolder,
    organisation: { id, name, area, offices },
    servicesFolders: services.map(near),
    numberPrefix,
    clientsFile:
      county.clientsFile === undefined
        ? join(config.keysFolder ?? config.dataFolder, 'counties', id, 'clients.json')
        : near(county.clientsFile),
    clientsGiven: county.clientsFile !== undefined,
    deskAddresses: county.deskAddresses ?? config.deskAddresses,
    contact: county.contact,
    ...(county.theme && { theme: county.theme }),
    ...(site && { site: { ...site, folder: near(site.folder) } }),
    ...(county.addresses && { addresses: county.addresses }),
    ...(registry && { registry: { ...registry, secretFile: near(registry.secretFile) } }),
  };
}

const broken = (problems: readonly string[], variable = 'MYDATA_COUNTIES'): ConfigError =>
  new ConfigError(`${variable} can not be used:\n${problems.map((one) => `  - ${one}`).join('\n')}`);

interface Files {
  readonly placed: readonly Placed[];
  readonly problems: readonly string[];
}

async function readFiles(file: string): Promise<Files> {
  const list = await readJson(file);
  if ('problem' in list) return { placed: [], problems: [list.problem] };
  const { counties, $schema: _, ...more } = (list.value ?? {}) as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(more).map((name) => `${file} /${name}: is not known here`);
  if (!Array.isArray(counties) || !counties.length)
    return {
      placed: [],
      problems: [`${file} /counties: must list the counties, or the names of their files`, ...unknown],
    };
  const read = await Promise.all(
    counties.map((entry: unknown, index) =>
      typeof entry === 'string'
        ? readCounty(resolve(dirname(file), entry), '')
        : Promise.resolve(checked(entry, file, `/counties/${index}`)),
    ),
  );
  return {
    placed: read.flatMap(({ placed }) => placed),
    problems: [...unknown, ...read.flatMap(({ problems }) => problems)],
  };
}

async function readCounty(file: string, at: string): Promise<Files> {
  const read = await readJson(file);
  return 'problem' in read ? { placed: [], problems: [read.problem] } : checked(read.value, file, at);
}

function checked(value: unknown, file: string, at: string): Files {
  if (isCounty(value)) return { placed: [{ county: value, file, at }], problems: [] };
  return { placed: [], problems: (isCounty.errors ?? []).map((error) => problemOf(error, file, at)) };
}

function problemOf({ instancePath, message = 'is wrong', params }: ErrorObject, file: string, at: string): string {
  const named: unknown = params['additionalProperty'] ?? params['propertyName'];
  const about = named === undefined ? '' : ` ("${String(named)}")`;
  return `${file} ${at}${instancePath || '/'}: ${message}${about}`;
}

async function readJson(file: string): Promise<{ readonly value: unknown } | { readonly problem: string }> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { problem: `${file}: there is no such file` };
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: `${file}: is not JSON: ${(error as Error).message}` };
  }
}
