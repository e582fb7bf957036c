/**
 * What is mutated, and the test files that have to notice: those that run without a server or a browser, since each mutant costs
 * a run of the files that reach it. `short`: done within minutes.
 */
const limits = 'server/limits';
const log = 'server/platform/log';

export const areas = {
  history: {
    short: true,
    mutate: ['builder/model/history.ts', 'builder/model/change.ts'],
    tests: ['builder/model/history.test.ts', 'builder/model/change.test.ts'],
  },
  tickets: {
    short: true,
    mutate: ['server/http/gate/place-ticket.ts', 'server/platform/delivery/ticket-for.ts'],
    tests: ['server/http/gate/place-ticket.test.ts', 'server/platform/delivery/ticket-for.test.ts'],
  },
  policies: {
    short: true,
    mutate: ['server/county/drafts/check-official.ts', 'server/county/drafts/is-settled.ts'],
    tests: ['server/county/drafts/check-official.test.ts', 'server/county/drafts/is-settled.test.ts'],
  },
  missing: {
    short: true,
    mutate: ['schemas/normalise/missing.ts'],
    tests: ['schemas/normalise/missing.test.ts'],
  },
  consent: {
    mutate: ['server/platform/registry/rules/standing-consent.ts', `${log}/consent-record.ts`],
    tests: ['server/platform/registry/rules/rules.test.ts', `${log}/log.test.ts`],
  },
  limits: {
    mutate: ['bounded', 'count', 'limiter', 'network', 'turns', 'proof-turns'].map((name) => `${limits}/${name}.ts`),
    tests: ['bounded', 'limits', 'turns', 'proof-turns'].map((name) => `${limits}/${name}.test.ts`),
  },
  log: {
    mutate: ['commitment', 'names', 'proof', 'receipt', 'ledger', 'append'].map((name) => `${log}/${name}.ts`),
    tests: [`${log}/log.test.ts`],
  },
  merge: {
    mutate: ['builder/model/merge.ts', 'builder/model/merge/*.ts'],
    tests: ['merge', 'merge-ways', 'merge-follows', 'changes-between'].map((name) => `builder/model/${name}.test.ts`),
  },
};
