/** Our own county conforms: it is asked by the same command that others are. */
import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readConfig } from '../../config.ts';
import { readCounties } from '../../counties/read-counties.ts';
import type { CountySetting } from '../../counties/setting.ts';
import { loadResidents } from '../../sandbox/load-residents.ts';
import { startCounty } from '../../start/county.ts';
import { freePorts } from '../../testing/free-ports.ts';
import { runKit } from '../testing/run-kit.ts';
import { root, serveParty, type Serving } from '../testing/serve-party.ts';
import { readAuthority } from './trust.ts';

const service = 'senior-card';

let folder: string;
let county: Serving;
let kitPort: number;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conform-sp-'));
  await cp(join(root, 'schemas/services/chiayi', service), join(folder, 'services', service), { recursive: true });
  const [port, kit] = (await freePorts(2)) as [number, number];
  kitPort = kit;
  const { caFile } = await readAuthority(join(folder, 'pki'), new Date());
  const config = readConfig(
    {
      MYDATA_DATA: join(folder, 'data'),
      MYDATA_SERVICES: join(folder, 'services'),
      MYDATA_COUNTY_PORT: String(port),
      MYDATA_PLATFORM_URL: `http://localhost:${kit}`,
      MYDATA_CA: caFile,
    },
    root,
  );
  await mkdir(join(folder, 'data'), { recursive: true });
  const counties = await readCounties(config);
  const [setting] = counties as readonly [CountySetting];
  county = await serveParty((given) => startCounty(given, setting), {
    config,
    counties,
    residents: await loadResidents(),
  });
  const api = `${county.party.url}/api/services/${service}`;
  await writeFile(
    join(folder, 'begin.json'),
    JSON.stringify([
      { url: `${api}/draft`, headers: { 'x-mydata-request': '1' } },
      {
        method: 'POST',
        url: `${api}/journeys`,
        headers: { 'x-mydata-request': '1' },
        json: { nationalId: '{person}', chosen: [] },
      },
    ]),
  );
});
after(async () => {
  await county.close();
  await rm(folder, { recursive: true, force: true });
});

test('our county conforms, and only what its registration does not have is left out', async () => {
  const ran = await runKit(
    [
      'sp',
      ...['--url', county.party.url],
      ...['--client', join(folder, 'data/county/clients.json')],
      ...['--listen', String(kitPort)],
      ...['--begin', join(folder, 'begin.json')],
      ...['--pki', join(folder, 'pki')],
      ...['--probe-url', `${county.party.url}/sandbox/transfers`],
      ...['--patience', '20', '--quiet', '300'],
    ],
    join(folder, 'report.json'),
  );
  assert.equal(ran.code, 0, ran.said);
  const left = [...ran.results].filter(([, result]) => result !== 'passed').map(([id]) => id);
  assert.deepEqual(left, ['sp.entry-signature', 'sp.sp-api-key'], ran.said);
});
