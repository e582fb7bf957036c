/**
 * `npm run dev`: the three parties of `npm start` with one county, made for changing them. The county's pages come from their
 * sources, without a build, and load anew when one changes; the servers are built and started anew when one of theirs does.
 * Ctrl-C ends all of it. Ports as for `npm start`; data in `.data/dev`.
 */
import { ensureBuilt } from './ensure-built.mjs';
import { forgetBuilt } from './parts.mjs';
import { countyForDev, freePort } from './dev/county.mjs';
import { startFront } from './dev/front.mjs';
import { Servers } from './dev/servers.mjs';

const port = Number(process.env.MYDATA_COUNTY_PORT || 8702);
// What a party reads as it was built: the page scripts of the platform, the thread that judges forms.
await ensureBuilt(['platform', 'components', 'validator', 'server']);
// From here on it holds what is being worked at.
await forgetBuilt('server');

const behind = await freePort();
const { countiesFile, siteFolder, copyPages } = await countyForDev();
const servers = new Servers({
  MYDATA_DATA: '.data/dev',
  ...process.env,
  MYDATA_COUNTIES: countiesFile,
  MYDATA_COUNTY_PORT: String(behind),
  MYDATA_COUNTY_CHIAYI_URL: `http://localhost:${port}`,
});
const front = await startFront({ port, behind, siteFolder, copyPages, servers });

let ending = false;
async function end(status) {
  if (ending) return;
  ending = true;
  await Promise.all([front.close(), servers.stop()]);
  process.exit(status);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));

await servers.start();
