/**
 * Makes an account at the console of the platform, before or beside the running server: `npm run staff -- <login> <name>
 * [role]`, with the same settings as the start. Asks for the password twice (nothing of it is shown or kept in a command's
 * history), shows the key of the second factor, and asks for its code.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { renderUnicodeCompact } from 'uqr';
import { recordAction } from './accounts/session.ts';
import { sqlitePlatformStorage } from './adapters/sqlite/platform/storage.ts';
import { packageRoot } from './package-root.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { systemClock } from './context.ts';
import { pickCounty } from './counties/pick-county.ts';
import { readCounties } from './counties/read-counties.ts';
import { newId } from './platform/hashes.ts';
import { loadPlatformKeys } from './platform/keys.ts';
import { openPlace, type OpenPlace } from './start/folders/open-place.ts';
import { keysInData } from './start/folders/live.ts';
import { placeOf } from './start/folders/place.ts';
import type { CountySetting } from './counties/setting.ts';
import { openKeyFolder } from './files/key-folder.ts';
import { sqliteCountyStorage } from './adapters/sqlite/county/storage.ts';
import { organisationOf } from './county/offices/organisation-of.ts';
import { readyOffices } from './county/offices/ready.ts';
import type { Membership, Office } from './county/offices/storage.ts';
import { loadFolders } from './county/services/load-folders.ts';
import { Seals } from './county/seals.ts';
import { issuer } from './county/staff/sandbox-staff.ts';
import { everyRole } from './county/staff/session.ts';
import { mistakesOf, normalLogin } from './accounts/enrolment.ts';
import { hashPassword } from './accounts/password.ts';
import { base32Of, newTotpSecret, otpauthUri, sealTotp, stepOfCode } from './accounts/second-factor.ts';

const roles = ['operator', 'reviewer', 'auditor'] as const;

async function main(): Promise<void> {
  process.umask(0o077);
  const [party = ''] = process.argv.slice(2);
  if (/^county(:|$)/.test(party)) return makeCountyAccount(party, process.argv.slice(3), questions());
  const [typed = '', name = '', role = 'operator'] = process.argv.slice(2);
  const login = normalLogin(typed);
  const known = roles.find((one) => one === role);
  if (!login || !name || !known) throw new ConfigError(`npm run staff -- <login> <name> [${roles.join('|')}]`);
  const config = readConfig(process.env, packageRoot);
  const folders = await beside(config, 'platform');
  const keys = await loadPlatformKeys(folders.place.keys, [], systemClock);
  const ask = questions();

  const secret = newTotpSecret();
  const password = await ask('Password (12 characters or more): ', true);
  const repeated = await ask('The same again: ', true);
  const uri = otpauthUri(secret, login);
  console.log(`\n${renderUnicodeCompact(uri)}\nKey: ${base32Of(secret)}\n`);
  const code = await ask('Code that the authenticator shows: ');
  ask.close();

  const at = systemClock.now();
  const totpStep = stepOfCode(secret, code, at);
  const mistakes = mistakesOf({ login, password, repeated, code }, totpStep !== undefined);
  if (mistakes.length || totpStep === undefined)
    throw new ConfigError(mistakes.map(({ field, text }) => `${field}: ${text.en}`).join('\n'));
  const id = newId();
  const storage = sqlitePlatformStorage(folders.place.database);
  const kept = await storage.commit([
    {
      step: 'add-account',
      account: {
        id,
        login,
        name,
        roles: [known],
        password: await hashPassword(password),
        totp: sealTotp(keys, secret, id),
        totpStep,
        createdAt: at,
      },
    },
    recordAction({ id, name }, { verb: 'make-own-account', object: login, reason: 'by command' }, at),
  ]);
  await folders.whole();
  await folders.close();
  await storage.close();
  if (!kept.ok) throw new ConfigError(`login: ${login} is taken`);
  console.log(`made: ${login} (${known})`);
}

/** The folders of a party that may be running: not locked, but looked at like at a start. */
async function beside(config: Config, party: 'platform' | CountySetting): Promise<OpenPlace> {
  if (config.environment === 'live') {
    const started = party === 'platform' ? { names: [party], counties: [] } : { names: [], counties: [party] };
    const reasons = keysInData(config, started.counties, started);
    if (reasons.length) throw new ConfigError(reasons.join('\n'));
  }
  return openPlace(placeOf(config, party), { clock: systemClock, lock: false });
}

const usage = (party: string): string => `npm run staff -- ${party} <login> <name> <role>@<office> [<role>@<office> …]
  role: ${everyRole.join(', ')}; office: its id or its name, the organisation included`;

/** `npm run staff -- county[:<id>] <login> <name> <role>@<office> [<role>@<office> …]` */
async function makeCountyAccount(
  party: string,
  [typed = '', name = '', ...asked]: readonly string[],
  ask: ReturnType<typeof questions>,
): Promise<void> {
  const login = normalLogin(typed);
  if (!login || !name || !asked.length) throw new ConfigError(usage(party));
  const config = readConfig(process.env, packageRoot);
  const county = pickCounty(await readCounties(config), party);
  const { organisation, servicesFolders } = county;
  const folders = await beside(config, county);
  const keyFolder = await openKeyFolder(folders.place.keys);
  const key = await keyFolder.readOrMake('master.key', async () => randomBytes(32).toString('hex'));
  const seals = new Seals(Buffer.from(key.trim(), 'hex'));
  const storage = sqliteCountyStorage(folders.place.database);
  await folders.whole();
  try {
    const services = await loadFolders(servicesFolders);
    // The first account may be made before the first start.
    await readyOffices({
      storage,
      clock: systemClock,
      log: console,
      organisation: organisationOf(organisation, services, await storage.serviceOwners()),
      fileServices: services.map(({ service }) => service.id),
    });
    const offices = (await storage.offices()).filter(({ closedAt }) => closedAt === undefined);
    const roles = asked.map((text) => readRole(text, offices, party));
    const secret = newTotpSecret();
    const password = await ask('Password (12 characters or more): ', true);
    const repeated = await ask('The same again: ', true);
    console.log(`\n${renderUnicodeCompact(otpauthUri(secret, login, issuer))}\nKey: ${base32Of(secret)}\n`);
    const code = await ask('Code that the authenticator shows: ');
    const now = systemClock.now();
    const totpStep = stepOfCode(secret, code, now);
    const mistakes = mistakesOf({ login, password, repeated, code }, totpStep !== undefined);
    if (mistakes.length || totpStep === undefined)
      throw new ConfigError(mistakes.map(({ field, text }) => `${field}: ${text.en}`).join('\n'));
    const id = randomUUID();
    const who = { id, name };
    const kept = await storage.commit([
      {
        step: 'add-account',
        account: {
          id,
          login,
          name,
          password: await hashPassword(password),
          totp: sealTotp(seals, secret, id),
          totpStep,
          createdAt: now,
        },
      },
      ...roles.flatMap(({ role, office }) => [
        { step: 'give-role' as const, membership: { staff: id, office, role } },
        recordAction(who, { verb: 'give-role', object: `${login} ${role}`, office, reason: 'by command' }, now),
      ]),
      recordAction(who, { verb: 'make-own-account', object: login, reason: 'by command' }, now),
    ]);
    if (!kept.ok)
      throw new ConfigError(kept.reason === 'login-taken' ? `login: ${login} is taken` : `not made: ${kept.reason}`);
    console.log(`made: ${login} (${roles.map(({ role, office }) => `${role}@${office}`).join(', ')})`);
  } finally {
    ask.close();
    await folders.close();
    await storage.close();
  }
}

function readRole(text: string, offices: readonly Office[], party: string): Pick<Membership, 'role' | 'office'> {
  const [typed = '', place = ''] = text.split('@');
  const role = everyRole.find((one) => one === typed);
  if (!role) throw new ConfigError(`"${typed}" is no role\n${usage(party)}`);
  const named = offices.filter(({ id, name }) => id === place || name['zh-Hant'] === place);
  const [office, ...others] = named;
  if (office && !others.length) return { role, office: office.id };
  const known = offices.map(({ id, name }) => `${id} (${name['zh-Hant']})`).join(', ');
  throw new ConfigError(`"${place}" is ${office ? 'the name of several offices' : 'no office'}; there are: ${known}`);
}

/** Line by line, so that a script can answer as well as a person. */
function questions(): ((text: string, hidden?: boolean) => Promise<string>) & { close(): void } {
  const lines = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY });
  const waiting: string[] = [];
  const asked: ((line: string) => void)[] = [];
  let muted = false;
  // What readline would echo of a password.
  const writer = lines as unknown as { _writeToOutput?: (text: string) => void };
  const write = writer._writeToOutput?.bind(lines);
  if (write) writer._writeToOutput = (text) => (muted ? undefined : write(text));
  lines.on('line', (line) => {
    const next = asked.shift();
    if (next) next(line);
    else waiting.push(line);
  });
  const ask = async (text: string, hidden = false): Promise<string> => {
    process.stdout.write(text);
    muted = hidden;
    const line = waiting.shift() ?? (await new Promise<string>((done) => asked.push(done)));
    muted = false;
    if (hidden) process.stdout.write('\n');
    return line.trim();
  };
  return Object.assign(ask, { close: () => lines.close() });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error && 'code' in error ? `${String(error.code)}: ${error.message}` : error);
  process.exit(1);
});
