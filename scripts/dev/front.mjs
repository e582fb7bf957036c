/**
 * What browsers reach at the county's address: sources by Vite, all else from the county behind it. The county's policy for
 * pages stays in force, but for what Vite's own client needs.
 */
import { Buffer } from 'node:buffer';
import { existsSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join, relative, resolve } from 'node:path';
import { build, createServer } from 'vite';

const root = resolve('demo/county');
const client = '<script type="module" src="/@vite/client"></script>';
const mostPatience = 20_000;

/** Vite's addresses, and files of the sources; a page is the county's, who fills in its name. */
function isSource(path) {
  if (path.startsWith('/@') || path.startsWith('/node_modules/')) return true;
  const file = join(root, decodeURIComponent(path));
  return !path.endsWith('.html') && !path.endsWith('/') && existsSync(file) && statSync(file).isFile();
}

/** Style elements of changed stylesheets, and the line by which changes are told. */
const policyForDev = (policy) =>
  policy
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    .replace("connect-src 'self'", "connect-src 'self' ws:");

async function bodyOf(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function ask(port, { method, url, headers }, body) {
  return new Promise((done, fail) => {
    // Unpacked, or a page could not be added to.
    const sent = { ...headers, 'accept-encoding': 'identity' };
    request({ host: '127.0.0.1', port, method, path: url, headers: sent }, done).on('error', fail).end(body);
  });
}

/** Whoever looks at a page waits while the servers start again; another party hears at once that nobody is there. */
async function askPatiently(port, req, body) {
  const until = Date.now() + (req.headers['sec-fetch-mode'] ? mostPatience : 0);
  for (;;) {
    try {
      return await ask(port, req, body);
    } catch (error) {
      if (error.code !== 'ECONNREFUSED' || Date.now() > until) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

const toCounty = (port) =>
  async function county(req, res) {
    try {
      const answer = await askPatiently(port, req, await bodyOf(req));
      const headers = { ...answer.headers };
      const policy = headers['content-security-policy'];
      if (policy) headers['content-security-policy'] = policyForDev(policy);
      if (!headers['content-type']?.startsWith('text/html')) {
        res.writeHead(answer.statusCode, headers);
        return answer.pipe(res);
      }
      const page = (await bodyOf(answer)).toString('utf8');
      delete headers['content-length'];
      res.writeHead(answer.statusCode, headers);
      res.end(page.includes('src="/pages/') ? page.replace('<head>', `<head>${client}`) : page);
    } catch (error) {
      if (res.headersSent) return res.destroy();
      res.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' });
      res.end(`The county does not answer (${error.code ?? error.message}): see where "npm run dev" runs.\n`);
    }
  };

const isTest = (file) => /(\.(test|contract|fixture)\.ts|\/(testing|e2e)\/.*)$/.test(file);

/** What a changed file leads to; pages' own sources are Vite's. */
function onChange({ vite, servers, copyPages }) {
  const reload = () => vite.ws.send({ type: 'full-reload' });
  const told = (error) => console.error(error.message);
  return (event, path) => {
    const file = relative('.', path);
    if (isTest(file) || event === 'addDir' || event === 'unlinkDir') return;
    if (file.startsWith('server/platform/browser/'))
      build({ mode: 'platform', configFile: 'vite.config.ts', logLevel: 'warn' }).catch(told);
    else if (/^(server|schemas|demo\/counties)\//.test(file)) void servers.restart(file);
    if (/^demo\/county\/([\w-]+\.html$|public\/)/.test(file)) copyPages().then(reload, told);
  };
}

export async function startFront({ port, behind, copyPages, servers }) {
  const vite = await createServer({
    mode: 'county',
    configFile: 'vite.config.ts',
    appType: 'custom',
    clearScreen: false,
    cacheDir: resolve('dist/dev/vite'),
    server: { port, strictPort: true, host: process.env.MYDATA_HOST || '127.0.0.1', fs: { allow: [resolve('.')] } },
    plugins: [
      {
        name: 'county',
        configureServer: ({ middlewares }) => {
          const county = toCounty(behind);
          middlewares.use((req, res, next) => (isSource(req.url.split('?')[0]) ? next() : county(req, res)));
        },
      },
    ],
  });
  vite.watcher.add(['server', 'schemas', 'demo/counties'].map((path) => resolve(path)));
  vite.watcher.on('all', onChange({ vite, servers, copyPages }));
  await vite.listen();
  return vite;
}
