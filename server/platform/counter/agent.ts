/** The agent 代理人 who presents for another: whom the desk learns of, and who is told. */
import { maskName } from '#schemas/taiwan/masking.ts';
import { encryptField } from '../../protocol/mydata-1/fields.ts';
import { queueMessage, type Recipient } from '../messages/queue.ts';
import { delegationText, type DelegationNews } from '../messages/texts/counter.ts';
import { openJson, type VerifiedPerson } from '../person.ts';
import type { Platform } from '../platform.ts';
import type { Client } from '../registry/read-register.ts';
import { letterSetting } from '../consent/notice.ts';
import type { TicketSecret } from '../delivery/ticket-secret.ts';
import type { Delegation, Step } from '../storage.ts';

/** For the desk: who stands there, and for whom; the number as the interface passes a `pid`. */
export interface Agent {
  readonly name: string;
  readonly nationalId: string;
  readonly actsFor: string;
}

const agentIn = (platform: Platform, { id, agent }: Delegation): Promise<VerifiedPerson | undefined> =>
  openJson<VerifiedPerson>(platform, agent, 'agent', id);

export interface NamedAgent {
  readonly name: string;
  readonly nationalId: string;
}

/** Whom the person named, in clear; undefined where that was deleted or its key's time is over. */
export const namedIn = (platform: Platform, { id, named }: Delegation): Promise<NamedAgent | undefined> =>
  openJson<NamedAgent>(platform, named, 'named-agent', id);

/** → undefined where nobody has accepted, or not any more */
export async function agentOf(
  platform: Platform,
  client: Client,
  txId: string,
  ownerName: string,
): Promise<{ readonly shown: Agent } | undefined> {
  const delegation = await platform.storage.delegationOf(txId);
  const agent = delegation?.state === 'accepted' ? await agentIn(platform, delegation) : undefined;
  return (
    agent && { shown: { name: agent.name, nationalId: encryptField(client, agent.nationalId), actsFor: ownerName } }
  );
}

/** Both, when it was presented. */
export async function agentTold(
  platform: Platform,
  {
    txId,
    client,
    place,
    at,
  }: { readonly txId: string; readonly client: Client; readonly place: string; readonly at: Date },
): Promise<readonly Step[]> {
  const delegation = await platform.storage.delegationOf(txId);
  return delegation ? tellBoth(platform, delegation, { news: 'presented', service: client.name, at, place }) : [];
}

/**
 * Messages for the plan of what happened, one to the person and one to the agent, each with the other's name masked.
 * None where the data is gone; none to an agent who has not accepted, save one `given` here.
 * @param place of the desk, as the resident reads it
 */
export async function tellBoth(
  platform: Platform,
  delegation: Delegation,
  {
    agent: given,
    ...facts
  }: {
    readonly news: DelegationNews;
    readonly service: string;
    readonly at: Date;
    readonly place?: string;
    /** Where the delegation does not hold them yet. */
    readonly agent?: VerifiedPerson;
  },
): Promise<readonly Step[]> {
  const { txId } = delegation;
  const ticket = await platform.storage.ticketOf(txId);
  const owner = (await openJson<TicketSecret>(platform, ticket?.secret, 'ticket', txId))?.recipient;
  const agent = given ?? (await agentIn(platform, delegation));
  const agentName = agent?.name ?? (await namedIn(platform, delegation))?.name ?? '';
  const setting = letterSetting(platform);
  const tell = (to: 'owner' | 'agent', person: Recipient, other: string): Promise<Step> =>
    queueMessage(platform, {
      kind: 'delegation',
      txId,
      at: facts.at,
      to: { name: person.name, email: person.email, mobile: person.mobile },
      ...delegationText(setting, { ...facts, to, name: person.name, other: maskName(other) }),
    });
  return Promise.all([
    ...(owner ? [tell('owner', owner, agentName)] : []),
    ...(agent && owner ? [tell('agent', agent, owner.name)] : []),
  ]);
}
