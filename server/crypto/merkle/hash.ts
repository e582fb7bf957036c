/** Hashes of a Merkle tree as RFC 9162 section 2.1.1 (and RFC 6962 before it) defines them, with SHA-256. */
import { createHash } from 'node:crypto';

const leafMark = Buffer.from([0]);
const nodeMark = Buffer.from([1]);

/** 32 bytes. */
export const leafHash = (entry: Uint8Array | string): Buffer =>
  createHash('sha256').update(leafMark).update(entry).digest();

/** 32 bytes, of two hashes of 32. */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer =>
  createHash('sha256').update(nodeMark).update(left).update(right).digest();

/** 32 bytes: the root of a tree without leaves. */
export const emptyRoot = (): Buffer => createHash('sha256').digest();
