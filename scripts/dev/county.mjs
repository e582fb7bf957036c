/** The first county of the demo, with pages that are not built: as they are written, for the county to fill in its name. */
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';

const folder = 'dist/dev';
const source = 'demo/county';

export async function countyForDev() {
  const siteFolder = resolve(folder, 'site');
  const copyPages = async () => {
    await cp(join(source, 'public'), siteFolder, { recursive: true });
    for (const name of await readdir(source))
      if (name.endsWith('.html')) await cp(join(source, name), join(siteFolder, name));
  };
  await rm(siteFolder, { recursive: true, force: true });
  await mkdir(siteFolder, { recursive: true });
  await copyPages();
  const county = JSON.parse(await readFile('demo/counties/chiayi.json', 'utf8'));
  const countiesFile = resolve(folder, 'counties.json');
  const services = county.services.map((path) => resolve('demo/counties', path));
  const { $schema: _, ...said } = county;
  const text = JSON.stringify({ counties: [{ ...said, services, site: { ...county.site, folder: siteFolder } }] });
  await writeFile(countiesFile, text);
  return { countiesFile, siteFolder, copyPages };
}

/** The county listens behind the pages' server, where nobody else looks for it. */
export const freePort = () =>
  new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
