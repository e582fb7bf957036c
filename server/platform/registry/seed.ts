/**
 * Invented organisations of the test environment, and the services of configuration files as rows of the register, so that
 * operators see and suspend them like any other. May run at every start.
 */
import { newSecret, secretHash } from '../../crypto/secret.ts';
import type { Text } from '#schemas/text.ts';
import type { Clock } from '../../context.ts';
import type { Client } from './read-register.ts';
import type { Organisation, PlatformStorage } from '../storage.ts';
import { emptyDataset, emptyDefinition, type ServiceDefinition } from './definition.ts';

interface Needs {
  readonly storage: PlatformStorage;
  readonly clock: Clock;
}

const invented = (id: string, name: string, unit: string): Omit<Organisation, 'appliedAt'> => ({
  id,
  name,
  kind: 'local-government',
  contact: { unit, phone: '05-3620123', email: `mydata@${id.slice(4)}.example.test` },
  forwardedBy: '',
  forwardedNo: '',
  state: 'joined',
  invented: true,
});

export const chiayi = invented('ORG.chiayi', '嘉義縣政府（虛構）', '社會局');
const penghu = invented('ORG.penghu', '澎湖縣政府（虛構）', '社會處');
const taoyuan = invented('ORG.taoyuan', '桃園市政府（虛構）', '社會局');
const yunlin = invented('ORG.yunlin', '雲林縣政府（虛構）', '社會處');
const hualien = invented('ORG.hualien', '花蓮縣政府（虛構）', '社會處');
const counties = [chiayi, taoyuan, yunlin, hualien, penghu];
/** Services of configuration files that name no organisation. */
export const ofFiles = invented('ORG.files', '設定檔登錄的服務', '資訊單位');

/**
 * In test the invented counties and the organisation of files, live that one alone. One that is there keeps its state.
 */
export async function seedOrganisations({ storage, clock }: Needs, environment: 'test' | 'live'): Promise<void> {
  // An answer "known already" is fine, and keeps what has become of it.
  for (const organisation of environment === 'test' ? [...counties, ofFiles] : [ofFiles])
    await storage.commit([{ step: 'add-organisation', organisation: { ...organisation, appliedAt: clock.now() } }]);
}

/** One of the counties that run beside this platform in the test environment. → its id in the register */
export async function seedCounty(
  { storage, clock }: Needs,
  { id, name }: { readonly id: string; readonly name: Text },
): Promise<string> {
  const organisation = invented(`ORG.${id}`, `${name['zh-Hant']}（虛構）`, '資訊單位');
  await storage.commit([{ step: 'add-organisation', organisation: { ...organisation, appliedAt: clock.now() } }]);
  return organisation.id;
}

/** Organisation → its registry account and password. */
export interface SeededAccounts {
  readonly [organisationId: string]: { readonly account: string; readonly password: string };
}

/** The same at every start. */
function accountOf(organisationId: string): string {
  const name = organisationId.slice(4);
  return `REG.${/^[a-z0-9]{1,10}$/.test(name) ? name.padEnd(10, '0') : secretHash(organisationId).slice(0, 10)}`;
}

/**
 * Each invented county has a registry account in the test environment. A password that is known and still good stays;
 * one that was lost is made anew; an account that somebody revoked stays revoked.
 */
export async function seedRegistryAccounts({ storage, clock }: Needs, known: SeededAccounts): Promise<SeededAccounts> {
  const accounts: { [organisationId: string]: SeededAccounts[string] } = {};
  const invented = (await storage.organisations()).filter((one) => one.invented && one.id !== ofFiles.id);
  for (const { id: organisationId } of invented) {
    const account = accountOf(organisationId);
    const kept = known[organisationId];
    const stored = await storage.registryAccount(account);
    const good = stored && kept?.account === account && secretHash(kept.password) === stored.secretHash;
    const password = good && kept ? kept.password : newSecret();
    if (!stored) {
      const made = { id: account, organisationId, createdAt: clock.now(), createdBy: '測試環境' };
      await storage.commit([{ step: 'add-registry-account', account: { ...made, secretHash: secretHash(password) } }]);
    } else if (!good && !stored.revokedAt) {
      await storage.commit([
        { step: 'renew-registry-account', id: account, secretHash: secretHash(password), at: clock.now() },
      ]);
    }
    accounts[organisationId] = { account, password };
  }
  return accounts;
}

/**
 * A client that is new becomes a live service without keys of its own in the register. Where its file has changed, the
 * row gets one more version that runs at once, and keeps phase and suspension. Rows of clients that no file names stay.
 * @param organisationId must be in the register
 */
export async function seedFileServices(
  { storage, clock }: Needs,
  clients: readonly Client[],
  organisationId: string,
): Promise<void> {
  for (const client of clients) {
    const { clientId, name } = client;
    const id = `file-${clientId}`;
    const definition = definitionOf(client);
    const known = await storage.serviceOfClient(clientId);
    const submittedAt = clock.now();
    if (!known) {
      await storage.commit([
        {
          step: 'add-service',
          service: {
            id,
            organisationId,
            clientId,
            name,
            state: { phase: 'live', version: 1 },
            createdAt: submittedAt,
            fromFile: true,
          },
        },
        { step: 'add-version', version: { serviceId: id, no: 1, definition, findings: [], submittedAt } },
      ]);
      continue;
    }
    const last = (await storage.serviceVersions(known.id)).at(-1);
    if (!known.fromFile || JSON.stringify(last?.definition) === JSON.stringify(definition)) continue;
    const no = (last?.no ?? 0) + 1;
    await storage.commit([
      { step: 'add-version', version: { serviceId: known.id, no, definition, findings: [], submittedAt } },
      {
        step: 'move-service',
        id: known.id,
        revision: known.revision,
        state: { ...known.state, version: no },
        name,
      },
    ]);
  }
}

/** What a file says of its service, which is less than an application. */
const definitionOf = (client: Client): ServiceDefinition => ({
  ...emptyDefinition,
  name: client.name,
  kind: 'application',
  modes: client.modes,
  ...(client.modes.includes('counter') && { counter: client.counter }),
  applicant: client.agentBasis ? 'agent' : '',
  agentBasis: client.agentBasis ?? '',
  datasets: client.resources.map((id) => ({ ...emptyDataset, id })),
  extraDatasetsBasis: client.legalBasis ?? '',
  returnUrl: client.returnUrl,
  spApiUrl: client.spApiUrl,
  addresses: client.addresses,
  ...(client.jwe && { jwe: client.jwe }),
});
