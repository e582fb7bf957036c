/**
 * What anybody may spend here, one row each: of what, within which time, and what follows. A row is counted for one who
 * tries (`per`) before it is counted for one who is tried. How a use is counted is `count.ts`; who spends it, the route.
 */
import { lifetimes } from '../lifetimes.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** `address`: one IPv4 address or an IPv6 /64. `network`: the /24 or /48 round it. `target`: who or what is tried. */
type Per =
  | 'session'
  | 'browser'
  | 'address'
  | 'network'
  | 'person'
  | 'account'
  | 'clerk'
  | 'desk'
  | 'service'
  | 'target'
  | 'installation';

export interface Budget {
  readonly per: Per;
  /** Uses within the window; where amounts are taken, their sum (bytes of what is kept). */
  readonly limit: number;
  readonly windowMs: number;
  /** Used up, it stays so for this long; without it, until the oldest use has left the window. */
  readonly lockMs?: number;
  /** From the use after `free` on, each must wait twice as long as the one before. */
  readonly slows?: { readonly free: number; readonly firstMs: number; readonly mostMs: number };
  /** Uses within one slice are summed; absent: each has its own moment. */
  readonly sliceMs?: number;
  readonly source: string;
}

const asAtTheCounter = '手冊 貳-一-(二)-2: five within 15 minutes, then 15 minutes out of use';
const ownChoice = 'own choice';
/** NIST SP 800-63B-4 3.2.2: no more than 100 failed attempts in a row on one account, with growing delays before. */
const nist = 'NIST SP 800-63B-4 3.2.2';

const five = { limit: 5, windowMs: 15 * minute, lockMs: lifetimes.identityLockout.ms, source: asAtTheCounter } as const;
const ofAddress = { per: 'address', limit: 30, windowMs: 15 * minute, source: ownChoice } as const;
const ofNetwork = { per: 'network', limit: 150, windowMs: 15 * minute, source: ownChoice } as const;
/** One who is tried from one network. */
const ofTarget = {
  per: 'target',
  limit: 20,
  windowMs: day,
  slows: { free: 5, firstMs: 30 * second, mostMs: 15 * minute },
  source: nist,
} as const;
/** From all networks together; a spare for each of them when that is used up (`target.ts`). */
const cap = { per: 'target', limit: 100, windowMs: day, source: nist } as const;
const spare = { per: 'target', limit: 2, windowMs: day, source: ownChoice } as const;
/** Whom a known browser tries: faster than a stranger, and no more in a day. */
const ofKnown = { per: 'browser', limit: 100, windowMs: day, source: nist } as const;

/** Kept of somebody within a day, summed by the hour. */
const keptOfAddress = { per: 'address', windowMs: day, sliceMs: hour, source: ownChoice } as const;
const keptOfNetwork = { ...keptOfAddress, per: 'network' } as const;
const keptOfPerson = { ...keptOfAddress, per: 'person' } as const;
const keptOfClerk = { ...keptOfAddress, per: 'clerk' } as const;
const megabyte = 1_000_000;

const rows = {
  /** Proving identity: what can be guessed (two documents, the health-insurance password), and what can't. */
  'identity-guess-session': { per: 'session', ...five },
  'identity-guess-browser': { per: 'browser', ...five },
  'identity-guess-known': ofKnown,
  'identity-guess-target': ofTarget,
  'identity-guess-cap': cap,
  'identity-guess-spare': spare,
  'identity-signed-session': { per: 'session', ...five },
  'identity-signed-address': { ...ofAddress, limit: 300 },
  'identity-address': ofAddress,
  'identity-network': ofNetwork,
  /** A letter about tries on one's own data. */
  'identity-told': { per: 'person', limit: 1, windowMs: day, source: ownChoice },
  /** The simulated card, which three wrong PINs lock as a real one. */
  'sandbox-card': {
    per: 'target',
    limit: 3,
    windowMs: 15 * minute,
    lockMs: lifetimes.identityLockout.ms,
    source: 'a real card',
  },

  /** Signing in of staff: the same account from the same browser or address. */
  'staff-account': {
    per: 'account',
    limit: 5,
    windowMs: 15 * minute,
    lockMs: lifetimes.staffLockout.ms,
    source: asAtTheCounter,
  },
  /** Passwords looked at, right or wrong: each costs as much. */
  'staff-work': { per: 'address', limit: 60, windowMs: minute, source: ownChoice },
  'staff-known': ofKnown,
  'staff-target': ofTarget,
  'staff-cap': cap,
  'staff-spare': spare,
  'staff-address': ofAddress,
  'staff-network': ofNetwork,

  /** Application number and national id. */
  'progress-session': { per: 'session', ...five },
  'progress-browser': { per: 'browser', ...five },
  'progress-known': ofKnown,
  'progress-target': ofTarget,
  'progress-cap': cap,
  'progress-spare': spare,
  'progress-address': { ...ofAddress, limit: 20 },
  'progress-network': ofNetwork,
  /** What cannot be a number or an id is no try; sent on and on it is work. */
  'progress-unreadable': { ...ofAddress, limit: 60 },
  /** A value that the resident types and the county compares. */
  compare: { per: 'person', ...five },

  /** Wrong barcodes and codes at a counter: of the place and of the person who types. */
  desk: {
    per: 'desk',
    limit: 5,
    windowMs: lifetimes.counterMistakes.ms,
    lockMs: lifetimes.counterLockout.ms,
    source: asAtTheCounter,
  },
  clerk: {
    per: 'clerk',
    limit: 5,
    windowMs: lifetimes.counterMistakes.ms,
    lockMs: lifetimes.counterLockout.ms,
    source: asAtTheCounter,
  },

  /** Secrets that can't be guessed: who keeps failing has a fault or a plan. */
  'registry-failures': { per: 'address', limit: 20, windowMs: 15 * minute, source: ownChoice },
  'registry-calls': { per: 'account', limit: 300, windowMs: minute, sliceMs: second, source: ownChoice },
  'registry-submissions': { per: 'account', limit: 300, windowMs: hour, sliceMs: minute, source: ownChoice },
  'ticket-failures': { per: 'address', limit: 30, windowMs: minute, source: ownChoice },
  'signature-failures': { per: 'address', limit: 60, windowMs: minute, source: ownChoice },
  'introspect-failures': { per: 'address', limit: 60, windowMs: minute, source: ownChoice },
  'counter-client-failures': { per: 'address', limit: 240, windowMs: minute, source: ownChoice },
  'join-applications': { per: 'address', limit: 20, windowMs: hour, source: ownChoice },

  /**
   * What strangers have a county keep. Many honest ones share an address (a household, a mobile network's NAT, a kiosk), so the
   * figures are those of a busy kiosk, 100 people a day; who proved identity in the draft pays as that person, a clerk as clerk.
   */
  'drafts-address-now': { per: 'address', limit: 200, windowMs: 10 * minute, sliceMs: minute, source: ownChoice },
  'drafts-address': { ...keptOfAddress, limit: 1000 },
  'drafts-network': { ...keptOfNetwork, limit: 3000 },
  /** Bytes by which what was typed has grown; a draft of the largest form has some 100 kB, a usual one 5. */
  'text-address': { ...keptOfAddress, limit: 50 * megabyte },
  'text-network': { ...keptOfNetwork, limit: 150 * megabyte },
  /** Bytes of files. Within minutes twice the largest form of ours (60 MB), in a day 10 MB for each of a kiosk's people. */
  'files-address-now': {
    per: 'address',
    limit: 120 * megabyte,
    windowMs: 10 * minute,
    sliceMs: minute,
    source: ownChoice,
  },
  'files-address': { ...keptOfAddress, limit: 1000 * megabyte },
  'files-network': { ...keptOfNetwork, limit: 3000 * megabyte },
  'files-person': { ...keptOfPerson, limit: 300 * megabyte },
  'files-clerk': { ...keptOfClerk, limit: 2000 * megabyte },
  /** Bytes of works that lost a conflict, of whichever forms: some ten of the usual size, and six of the largest. */
  'kept-works': { ...keptOfClerk, limit: 100 * megabyte },
  /** Each leaves records for a year. */
  'journeys-address': { per: 'address', limit: 500, windowMs: hour, sliceMs: minute, source: ownChoice },
  'journeys-network': { per: 'network', limit: 1500, windowMs: hour, sliceMs: minute, source: ownChoice },
  'journeys-person': { ...keptOfPerson, limit: 200 },

  /** What strangers may ask of the platform. */
  'arrivals-address': {
    per: 'address',
    limit: 600,
    windowMs: 10 * minute,
    sliceMs: 10 * second,
    source: 'own choice: 200 residents in a county hall behind one address, each of whom begins three times',
  },
  'arrivals-network': {
    per: 'network',
    limit: 6_000,
    windowMs: 10 * minute,
    sliceMs: 10 * second,
    source: 'own choice: a carrier leads some thousand phones out by one /24',
  },
  'arrivals-service': {
    per: 'service',
    limit: 40_000,
    windowMs: hour,
    sliceMs: minute,
    source: 'own choice: the first day of a benefit for a whole county, as fast as one process lets in',
  },
  'arrivals-installation': {
    per: 'installation',
    limit: 200_000,
    windowMs: hour,
    sliceMs: minute,
    source: 'own choice: a sixth of what the sweep takes away in that time',
  },
  'salts-address': {
    per: 'address',
    limit: 6_000,
    windowMs: 10 * minute,
    sliceMs: 10 * second,
    source: 'own choice: a service provider asks for all of its residents from one address',
  },
  'pages-address': {
    per: 'address',
    limit: 12_000,
    windowMs: 10 * minute,
    sliceMs: 10 * second,
    source: 'own choice: 200 residents behind one address, 60 pages each',
  },
  'status-address': {
    per: 'address',
    limit: 6_000,
    windowMs: minute,
    sliceMs: second,
    source: 'own choice: a service provider asks for all of its residents from one address',
  },
  'log-reads': {
    per: 'address',
    limit: 6_000,
    windowMs: minute,
    sliceMs: second,
    source: 'own choice: a verifier reads a million entries in a minute',
  },
  'usage-address': {
    per: 'address',
    limit: 600,
    windowMs: minute,
    source: 'own choice: each may read thousands of rows',
  },
  'log-exports': { per: 'address', limit: 20, windowMs: hour, source: 'own choice: the whole log each time' },
  'log-exports-installation': { per: 'installation', limit: 300, windowMs: hour, source: ownChoice },
  /** Once somebody has proved who they are: each is work for agencies, or a row. */
  downloads: { per: 'person', limit: 30, windowMs: hour, source: ownChoice },
  barcodes: { per: 'session', limit: 60, windowMs: hour, source: 'own choice: 手冊 renews every 20 minutes' },
} as const satisfies Record<string, Budget>;

export type BudgetName = keyof typeof rows;

export const budgets: { readonly [Name in BudgetName]: Budget } = rows;
