/** What a developer reads after `npm start`: addresses, test residents, and `ready` when every party answers. */
import { call } from '../calls/call.ts';
import type { Config } from '../config.ts';
import type { Fetch } from '../context.ts';
import { lifetimes } from '../lifetimes.ts';
import type { SandboxResident } from '../sandbox/resident.ts';
import type { Party } from './party.ts';

/**
 * → the text to print. @throws where a party does not answer `/health` in time
 * Ids, cards and PINs are those of invented people: live has none.
 */
export async function announce(
  parties: readonly Party[],
  config: Config,
  residents: readonly SandboxResident[],
  fetch: Fetch,
): Promise<string> {
  await Promise.all(parties.map((party) => answers(party, config.host, fetch)));
  const width = Math.max(...parties.map(({ label }) => label.length)) + 1;
  const lines = parties.map(({ label, title, url }) => `  ${label.padEnd(width)} ${url}  ${title}`);
  const open = doors(parties, residents.length > 0);
  if (open.length) lines.push('', ...open.map(([what, url]) => `  ${url}  ${what}`));
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

/** Of several counties the first one's stand for all: the others have the same at their own addresses. */
function doors(parties: readonly Party[], test: boolean): readonly (readonly [what: string, url: string])[] {
  const of: { readonly [name in Party['name']]: readonly (readonly [what: string, path: string])[] } = {
    platform: [
      ['a resident’s own area', '/me'],
      ['console', '/operator'],
      ...(test
        ? ([
            ['invented staff of the platform', '/sandbox/staff'],
            ['test clock: move time forward', '/sandbox/clock'],
            ['test people: make and share your own', '/sandbox/people'],
          ] as const)
        : []),
    ],
    county: [
      ['staff of the county: counter, form builder', '/staff'],
      ...(test ? ([['invented staff of the county', '/sandbox/staff']] as const) : []),
    ],
    provider: test
      ? [
          ['samples of every dataset', '/samples'],
          ['faults on request', '/sandbox/faults'],
        ]
      : [],
  };
  const first = (['platform', 'county', 'provider'] as const).flatMap(
    (name) => parties.find((party) => party.name === name) ?? [],
  );
  return first.flatMap(({ name, url }) => of[name].map(([what, path]) => [what, url + path] as const));
}

async function answers({ label, port }: Party, host: string, fetch: Fetch): Promise<void> {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const address = `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}/health`;
  const outcome = await call(fetch, address, { to: 'partner', timeout: lifetimes.platformAnswer.ms, size: 0 });
  if (outcome.kind !== 'answer' || outcome.status !== 200) throw new Error(`${label} does not answer`);
}
