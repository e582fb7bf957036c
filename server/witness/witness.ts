/**
 * A witness of the platform's log: it remembers the largest tree it has seen, and cosigns another only when that one begins
 * with it. Whoever turns the log back, or shows two of them, does not get past it.
 */
import type { KeyObject } from 'node:crypto';
import type { Clock } from '../context.ts';
import { cosign, witnessKey } from '../crypto/cosignature.ts';
import { holdsConsistency } from '../crypto/merkle/verify.ts';
import { openNote } from '../crypto/signed-note.ts';

/** Kept where no backup of a database reaches: a witness that was turned back would have forgotten. */
export interface WitnessStore {
  /** The last note that was cosigned, of any generation of the log. */
  read(): Promise<string | undefined>;
  /** On the disk when it resolves. */
  keep(note: string): Promise<void>;
}

export interface WitnessOptions {
  /** An address without its scheme. */
  readonly name: string;
  readonly key: { readonly privateKey: KeyObject; readonly raw: Uint8Array };
  readonly store: WitnessStore;
  readonly clock: Clock;
  /** The log's own name, e.g. `mydata.example/log`. */
  readonly log: string;
  /** Verifier keys of the log. @param fresh whether those that are known did not serve */
  logKeys(fresh: boolean): Promise<readonly string[]>;
}

interface Answered {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly body: string;
}

export interface Witness {
  readonly verifierKey: string;
  /** The body of `add-checkpoint`. */
  add(body: string): Promise<Answered>;
  /** The last note that was cosigned. */
  latest(): Promise<string | undefined>;
}

interface Head {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

function readHead(text: string): Head | undefined {
  const [origin = '', size = '', root = ''] = text.split('\n');
  const bytes = Buffer.from(root, 'base64');
  if (!origin || !/^(0|[1-9]\d{0,14})$/.test(size) || bytes.length !== 32) return undefined;
  return { origin, size: Number(size), root: bytes };
}

const refused = (status: Answered['status'], why: string): Answered => ({ status, body: `${why}\n` });

/**
 * One call after the other. Answers as C2SP tlog-witness has it: 200 with the cosignature, 400 not readable, 403 not
 * signed by this log, 404 another log, 409 with the size known here, 422 where the proof does not hold; only a 200
 * changes what is remembered.
 */
export function witness(options: WitnessOptions): Witness {
  const { name, key, store, clock, log, logKeys } = options;
  const own = witnessKey(name, key.raw);
  /** 1 as long as the log took up no backup; nothing for another log. */
  const generationOf = (origin: string): number | undefined => {
    if (origin === log) return 1;
    const [, digits] = origin.startsWith(`${log}/`) ? (/^\/([1-9]\d{0,14})$/.exec(origin.slice(log.length)) ?? []) : [];
    return digits === undefined ? undefined : Number(digits);
  };

  const signed = async (note: string): Promise<string | undefined> => {
    const known = openNote(note, await logKeys(false));
    return known ?? openNote(note, await logKeys(true));
  };

  const add = async (body: string): Promise<Answered> => {
    const end = body.indexOf('\n\n');
    const [oldLine = '', ...proofLines] = body.slice(0, end).split('\n');
    const [, oldText] = /^old (0|[1-9]\d{0,14})$/.exec(oldLine) ?? [];
    const note = body.slice(end + 2);
    const head = readHead(note);
    if (end < 0 || oldText === undefined || !head || proofLines.length > 63) return refused(400, 'not readable');
    const generation = generationOf(head.origin);
    if (generation === undefined) return refused(404, 'another log');
    const text = await signed(note);
    if (text === undefined) return refused(403, 'not signed by this log');
    const old = Number(oldText);
    if (old > head.size) return refused(400, 'the old size is the greater');

    const last = readHead((await store.read()) ?? '');
    const lastGeneration = last ? (generationOf(last.origin) ?? 1) : 0;
    // Who took up a backup does not go back to before.
    if (generation < lastGeneration) return refused(404, 'a log that was given up');
    const known = last && generation === lastGeneration ? last : undefined;
    const size = known?.size ?? 0;
    if (old !== size) return refused(409, String(size));
    if (known && old === head.size && !known.root.equals(head.root)) return refused(409, String(size));
    const proof = proofLines.map((line) => Buffer.from(line, 'base64'));
    const holds = known?.size
      ? holdsConsistency({ from: known.size, to: head.size, fromRoot: known.root, toRoot: head.root, proof })
      : !proof.length;
    if (!holds) return refused(422, 'this tree does not begin with the one that was cosigned');
    const line = cosign(text, name, key, clock.now());
    await store.keep(`${note}${line}`);
    return { status: 200, body: line };
  };

  // One after the other: what is compared is what is replaced.
  let turn: Promise<unknown> = Promise.resolve();
  return {
    verifierKey: own,
    add: (body) => {
      const done = turn.then(() => add(body));
      turn = done.catch(() => undefined);
      return done;
    },
    latest: () => store.read(),
  };
}
