import { and, eq, gt, lt } from 'drizzle-orm';
import type { SignatureReason as Reason, SignatureStep } from '#server/platform/storage.ts';
import { guard } from '../../open.ts';
import type { Handlers } from '../handlers.ts';
import { signatures } from './tables.ts';

const touched = (result: { readonly changes: number }, reason: Reason): void => guard<Reason>(result, reason);

export const signatureSteps: Handlers<SignatureStep> = {
  'issue-salt': (db, { txId, clientId, saltHash, expiresAt }) =>
    touched(
      db
        .insert(signatures)
        .values({ txId, clientId, saltHash, expiresAt, state: 'asked' })
        .onConflictDoUpdate({
          target: signatures.txId,
          set: { saltHash, expiresAt },
          setWhere: and(eq(signatures.clientId, clientId), eq(signatures.state, 'asked')),
        })
        .run(),
      'signature-known',
    ),
  'use-salt': (db, { txId, clientId, saltHash, at, person }) => {
    const good = and(
      eq(signatures.txId, txId),
      eq(signatures.clientId, clientId),
      eq(signatures.state, 'asked'),
      eq(signatures.saltHash, saltHash),
      gt(signatures.expiresAt, at),
    );
    touched(db.update(signatures).set({ state: 'signed', signedAt: at, person }).where(good).run(), 'salt-spent');
  },
  'use-signature': (db, { txId, clientId, signedAfter }) => {
    const good = and(
      eq(signatures.txId, txId),
      eq(signatures.clientId, clientId),
      eq(signatures.state, 'signed'),
      gt(signatures.signedAt, signedAfter),
    );
    touched(db.update(signatures).set({ state: 'used', person: null }).where(good).run(), 'signature-spent');
  },
  'forget-old': (db, { journeysBefore }) =>
    void db.delete(signatures).where(lt(signatures.expiresAt, journeysBefore)).run(),
};
