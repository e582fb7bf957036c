/** What a developer reads after `npm start`: addresses, test residents, and `ready` when every party answers. */
import type { Config } from '../config.ts';
import type { SandboxResident } from '../sandbox/resident.ts';
import type { Party } from './party.ts';

export async function announce(
  parties: readonly Party[],
  config: Config,
  residents: readonly SandboxResident[],
): Promise<string> {
  await Promise.all(parties.map((party) => answers(party, config.host)));
  const lines = parties.map(({ name, title, url }) => `  ${name.padEnd(9)} ${url}  ${title}`);
  const { platform, county, provider } = config.urls;
  const doors: readonly (readonly [party: Party['name'], what: string, url: string])[] = [
    ['platform', 'a resident’s own area', `${platform}/me`],
    ['platform', 'console', `${platform}/operator`],
    ['county', 'counter', `${county}/desk`],
    ['county', 'form builder', `${county}/builder`],
    ...(residents.length
      ? ([
          ['provider', 'samples of every dataset', `${provider}/samples`],
          ['platform', 'invented staff of the platform', `${platform}/sandbox/staff`],
          ['county', 'invented staff of the county', `${county}/sandbox/staff`],
        ] as const)
      : []),
  ];
  const open = doors.filter(([party]) => parties.some(({ name }) => name === party));
  if (open.length) lines.push('', ...open.map(([, what, url]) => `  ${url}  ${what}`));
  if (residents.length) {
    lines.push(
      '',
      'Invented residents (all they need to prove identity: ' + config.urls.platform + '/sandbox/residents):',
    );
    for (const { name, nationalId, birthDate, card, note } of residents) {
      lines.push(`  ${nationalId} ${birthDate} card ${card.number} PIN ${card.pin} ${name}  ${note['zh-Hant']}`);
    }
  }
  return `\n${lines.join('\n')}\n\nready`;
}

async function answers({ name, port }: Party, host: string): Promise<void> {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const response = await fetch(`http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}/health`);
  if (!response.ok) throw new Error(`${name} does not answer`);
}
