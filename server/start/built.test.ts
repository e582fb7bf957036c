/** The server as it is built, on a machine that has no package but those it is said to run with. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { packageRoot } from '../package-root.ts';
import { freePorts } from '../testing/free-ports.ts';

const json = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(packageRoot, path), 'utf8'));
const { dependencies } = (await json('package.json')) as { dependencies: Record<string, string> };
const { packages } = (await json('package-lock.json')) as {
  packages: Record<string, { dev?: boolean; optional?: boolean }>;
};
const folder = await mkdtemp(join(tmpdir(), 'built-'));
after(() => rm(folder, { recursive: true, force: true }));

const nameOf = (specifier: string): string => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

test('it imports nothing but what package.json says it runs with', async () => {
  const built = join(packageRoot, 'dist/server');
  const used = new Set<string>();
  for (const file of await readdir(built, { recursive: true })) {
    if (!file.endsWith('.js')) continue;
    const code = await readFile(join(built, file), 'utf8');
    for (const [, from] of code.matchAll(
      /^(?:import|export)\b[^;]*?from ['"]([^.'"][^'"]*)['"]|\bimport\(['"]([^.'"][^'"]*)['"]\)/gm,
    ))
      if (from && !from.startsWith('node:') && !builtinModules.includes(from)) used.add(nameOf(from));
  }
  assert.deepEqual(
    [...used].filter((name) => !Object.hasOwn(dependencies, name)),
    [],
  );
});

test('every party starts, and a county publishes its forms, without a tool of the build', async () => {
  await cp(join(packageRoot, 'dist'), join(folder, 'dist'), { recursive: true });
  for (const file of ['package.json', 'schemas', 'demo']) await symlink(join(packageRoot, file), join(folder, file));
  for (const [path, { dev }] of Object.entries(packages)) {
    if (!path.startsWith('node_modules/') || dev || path.includes('/node_modules/')) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await symlink(join(packageRoot, path), join(folder, path));
  }
  const [platform, provider, county, ...others] = await freePorts(6);
  const server = spawn(
    process.execPath,
    ['--preserve-symlinks', '--preserve-symlinks-main', 'dist/server/server/main.js'],
    {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        MYDATA_DATA: join(folder, 'data'),
        MYDATA_PLATFORM_PORT: String(platform),
        MYDATA_PROVIDER_PORT: String(provider),
        MYDATA_COUNTY_PORT: String(county),
        ...Object.fromEntries(
          ['TAOYUAN', 'YUNLIN', 'HUALIEN'].map((id, index) => [`MYDATA_COUNTY_${id}_PORT`, String(others[index])]),
        ),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = once(server, 'exit');
  try {
    let said = '';
    server.stderr.on('data', (part) => (said += String(part)));
    await new Promise<void>((ready, fail) => {
      server.stdout.on('data', (part) => {
        said += String(part);
        if (/^ready$/m.test(said)) ready();
      });
      void ended.then(() => fail(new Error(said)));
    });
    const form = await fetch(`http://localhost:${county}/api/services/emergency-relief`);
    assert.equal(form.status, 200);
  } finally {
    server.kill();
    await ended;
  }
});
