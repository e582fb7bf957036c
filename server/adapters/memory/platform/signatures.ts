import type {
  SignatureReads,
  SignatureReason as Reason,
  SignatureStep,
  SpSignature,
} from '#server/platform/storage.ts';
import { GuardFailed } from '#server/storage/plan.ts';
import type { Area } from './area.ts';

class Model {
  signatures = new Map<string, SpSignature>();
}

const fail = (reason: Reason): never => {
  throw new GuardFailed<Reason>(reason);
};

const steps: Area<Model, SignatureStep, SignatureReads>['steps'] = {
  'issue-salt': (model, { txId, clientId, saltHash, expiresAt }) => {
    const known = model.signatures.get(txId);
    if (known && (known.clientId !== clientId || known.state !== 'asked')) fail('signature-known');
    model.signatures.set(txId, { txId, clientId, saltHash, expiresAt, state: 'asked' });
  },
  'use-salt': (model, { txId, clientId, saltHash, at, person }) => {
    const known = model.signatures.get(txId) ?? fail('salt-spent');
    const good = known.state === 'asked' && known.clientId === clientId && known.saltHash === saltHash;
    if (!good || known.expiresAt <= at) fail('salt-spent');
    model.signatures.set(txId, { ...known, state: 'signed', signedAt: at, person });
  },
  'use-signature': (model, { txId, clientId, signedAfter }) => {
    const known = model.signatures.get(txId) ?? fail('signature-spent');
    const good = known.state === 'signed' && known.clientId === clientId;
    if (!good || !known.signedAt || known.signedAt <= signedAfter) fail('signature-spent');
    model.signatures.set(txId, { ...known, state: 'used', person: undefined });
  },
  'forget-old': (model, { journeysBefore }) => {
    for (const [txId, { expiresAt }] of model.signatures) if (expiresAt < journeysBefore) model.signatures.delete(txId);
  },
};

export const signatureArea: Area<Model, SignatureStep, SignatureReads> = {
  empty: () => new Model(),
  steps,
  reads: (of) => ({ spSignature: async (txId) => of().signatures.get(txId) }),
};
