/**
 * Passwords at a small part of their cost, for tests that sign somebody in on the way to something else: the product asks for a
 * third of a second of each. What it asks for is written beside the hash as ever.
 */
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

const { scrypt } = crypto;
crypto.scrypt = (password, salt, length, options, done) =>
  scrypt(password, salt, length, { ...options, cost: 2 ** 4, parallelization: 1 }, done);
syncBuiltinESMExports();
