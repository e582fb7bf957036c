/** Real processes over folders that lack something, are shared, or lie in the wrong place. */
import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { freePorts } from '../../testing/free-ports.ts';
import { command, launch, liveCounty } from '../testing/launch.ts';

let folder: string;
let env: Readonly<Record<string, string>>;
const main = 'main.js';
const at = (...names: string[]): string => join(folder, ...names);
const start = (more: Readonly<Record<string, string>> = {}) => launch(main, ['county'], { ...env, ...more });

/** Starts, and it has to end with these words. → them */
async function refused(words: RegExp, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const run = await start(more);
  assert.equal(await run.end(), 1, run.printed());
  assert.match(run.printed(), words);
  return run.printed();
}

async function runs(): Promise<void> {
  const run = await start();
  assert.ok(run.ready, run.printed());
  assert.equal(await run.end(), 0);
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'folders-'));
  env = await liveCounty(folder);
});
after(() => rm(folder, { recursive: true, force: true }));

test('T34: keys within the folder that is backed up stop a live start', async () => {
  await refused(/MYDATA_KEYS must name a folder/, { MYDATA_KEYS: '' });
  await symlink(at('data'), at('elsewhere'));
  const said = await refused(/MYDATA_KEYS must not lie within MYDATA_DATA/, { MYDATA_KEYS: at('elsewhere', 'keys') });
  assert.match(said, /MYDATA_MARKS must not lie within MYDATA_DATA/);
});

test('T33: what a start makes is for its owner only, and what was left open is closed', async () => {
  await runs();
  const modes = async (): Promise<Record<string, string>> =>
    Object.fromEntries(
      await Promise.all(
        ['data', 'keys'].flatMap((top) =>
          ['', 'folder.json', ...(top === 'data' ? ['county.db', 'running.lock'] : ['master.key'])].map(
            async (name) =>
              [join(top, name), ((await stat(at(top, 'county', name))).mode & 0o777).toString(8)] as const,
          ),
        ),
      ),
    );
  const closed = {
    data: '700',
    'data/folder.json': '600',
    'data/county.db': '600',
    'data/running.lock': '600',
    keys: '700',
    'keys/folder.json': '600',
    'keys/master.key': '600',
  };
  assert.deepEqual(await modes(), closed);
  assert.ok(!(await readdir(at('data', 'county'))).includes('master.key'));
  await chmod(at('data', 'county', 'county.db'), 0o644);
  await chmod(at('data', 'county'), 0o755);
  await runs();
  assert.deepEqual(await modes(), closed);
  const tops = [at('data', 'county'), at('keys', 'county'), at('keys', 'marks')];
  const open = async (): Promise<readonly string[]> => {
    const faults: string[] = [];
    for (const top of tops)
      for (const entry of await readdir(top, { recursive: true, withFileTypes: true })) {
        const path = join(entry.parentPath ?? entry.path, entry.name);
        const most = entry.isDirectory() ? 0o700 : entry.name.endsWith('.pem') ? 0o644 : 0o600;
        if ((await stat(path)).mode & 0o777 & ~most) faults.push(path);
      }
    return faults;
  };
  await mkdir(at('keys', 'county', 'epochs'), { recursive: true });
  await writeFile(at('keys', 'county', 'epochs', 'one.key'), 'x');
  for (const top of tops)
    for (const entry of await readdir(top, { recursive: true, withFileTypes: true }))
      await chmod(join(entry.parentPath ?? entry.path, entry.name), 0o777);
  assert.ok((await open()).length > 5);
  await runs();
  assert.deepEqual(await open(), []);
});

test('T31: a second start in the same folder is refused, and a killed one leaves nothing in the way', async () => {
  const first = await start();
  assert.ok(first.ready, first.printed());
  await refused(/another process is running in .*data\/county/, {
    MYDATA_COUNTY_PORT: String((await freePorts(1))[0]),
  });
  assert.equal(await first.end('SIGKILL'), 'SIGKILL');
  const next = await start();
  assert.ok(next.ready, next.printed());
  await next.end('SIGKILL');
});

test('T30: a lost master.key is not replaced beside a full database; put back, all goes on', async () => {
  const key = at('keys', 'county', 'master.key');
  const before = await readFile(key, 'utf8');
  await rename(key, `${key}.lost`);
  const said = await refused(/master\.key is missing in .*keys\/county/);
  assert.match(said, /Put back what is missing/);
  assert.match(said, /npm run data -- anew county/);
  assert.deepEqual(
    (await readdir(at('keys', 'county'))).filter((name) => name === 'master.key'),
    [],
  );
  await writeFile(key, 'ab'.repeat(32));
  await refused(/master\.key in .* is not the one/);
  await writeFile(key, before);
  await runs();
});

test('T30: a deleted or emptied database does not start empty', async () => {
  const database = at('data', 'county', 'county.db');
  await rename(database, `${database}.kept`);
  await refused(/county\.db is missing/);
  await writeFile(database, '');
  await refused(/county\.db is no database any more/);
  // Not even where the whole folder is gone, as long as its keys are there.
  await rm(database);
  await rename(at('data', 'county'), at('data', 'gone'));
  await refused(/county\.db is missing/);
  await rm(at('data', 'county'), { recursive: true });
  await rename(at('data', 'gone'), at('data', 'county'));
  await rename(`${database}.kept`, database);
  await runs();
});

test('beginning anew is a command, puts aside what was there, and not under a running server', async () => {
  const data = 'data-command.js';
  const running = await start();
  assert.ok(running.ready, running.printed());
  const [no, why] = await command(data, ['anew', 'county'], env);
  assert.equal(no, 1);
  assert.match(why, /another process is running/);
  await running.end();
  const old = await readFile(at('keys', 'county', 'master.key'), 'utf8');
  const [code, said] = await command(data, ['anew', 'county'], env);
  assert.equal(code, 0, said);
  assert.match(said, /county begins anew/);
  const [aside = ''] = (await readdir(at('keys'))).filter((name) => name.startsWith('county.old-'));
  assert.equal(await readFile(at('keys', aside, 'master.key'), 'utf8'), old);
  await runs();
  assert.notEqual(await readFile(at('keys', 'county', 'master.key'), 'utf8'), old);
});
