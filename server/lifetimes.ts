/**
 * Every lifetime of the product, one row each. Sources: the handbook 000_9bbe1148ce409698 (section in brackets), the
 * interface as observed, or our own choice where neither says.
 */
const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

interface Lifetime {
  readonly ms: number;
  readonly source: string;
}

const rows = {
  /** Stored data of a resident, per dataset; also the ticket that fetches it. */
  storedData: { ms: 8 * hour, source: '手冊 貳-一-(二)-1' },
  /** A key epoch holds packages that began within it; destroyed one storedData after it closes, so keep it short. */
  keyEpoch: { ms: minute, source: 'own choice: a copy of the database opens nothing after storedData and this' },
  /** Resident does nothing on the platform: code 408. */
  journeyIdle: { ms: 10 * minute, source: 'own choice, interface names only the code' },
  /** From entry to consent at most, however busy. */
  journeyWhole: { ms: 60 * minute, source: 'own choice' },
  /** From entry on at most, where agencies keep the resident waiting: what is stored by then is at the end of its time. */
  journeyWaiting: { ms: 8 * hour, source: 'as storedData' },
  /** What remains of a journey that is over, without anything personal: its link answers that it is over. */
  journeyKept: { ms: 24 * hour, source: 'own choice' },
  /** The same of a journey in which nobody proved who they are, from its begin on. */
  journeyUnproved: { ms: 2 * hour, source: 'as countyJourney: who comes back later is not waited for there either' },
  /** That a tx_id was used, where nobody proved who they are: its service provider waits for nobody that long. */
  arrivalKept: { ms: 24 * hour, source: 'own choice: several times countyJourney' },
  /** A resident does nothing in their own area: signed out. */
  residentIdle: { ms: 10 * minute, source: 'as journeyIdle' },
  /** From sign-in on, however busy; then identity is proved anew. */
  residentWhole: { ms: 60 * minute, source: 'as journeyWhole' },
  /** Who has waited longer than this for a download is told by a notice that it is ready. */
  downloadQuiet: { ms: 2 * minute, source: 'own choice' },
  /** A challenge to sign (citizen certificate, passkey). */
  identityChallenge: { ms: 5 * minute, source: 'own choice' },
  /** After five wrong tries, nobody tries again from there for this long. */
  identityLockout: { ms: 15 * minute, source: 'as at the counter, 手冊 貳-一-(二)-2' },
  /** So long a browser is known as one in which somebody has passed. */
  knownBrowser: { ms: 180 * day, source: 'own choice' },
  /** Token for one dataset call. */
  providerToken: { ms: 2 * hour, source: 'interface: observed at the platform' },
  /** Connection awaited to any other party. */
  connect: { ms: 15 * second, source: 'interface: of the SP-API' },
  /** Where a name leads, for who only looks at an address. */
  nameLookUp: { ms: 3 * second, source: 'own choice: somebody waits' },
  /** Answer awaited of the SP-API, connecting included. */
  spApiAnswer: { ms: 60 * second, source: 'interface: observed as the default there' },
  /** How long one worker holds a call of the SP-API; longer than `spApiAnswer`. */
  spApiHold: { ms: 90 * second, source: 'own choice' },
  /** Where no answer comes, it is called again after this, then after twice as long each time, `spApiRetryMost` at most. */
  spApiRetryFirst: { ms: second, source: 'own choice: the resident waits' },
  spApiRetryMost: { ms: 30 * second, source: 'own choice' },
  /** After this nobody tries any more: code 410. */
  spApiGiveUp: { ms: 10 * minute, source: 'as journeyIdle: so long a resident may be away from a page' },
  /** Answer awaited of the signature exchange. */
  signatureAnswer: { ms: 15 * second, source: 'interface' },
  /** Answer awaited of the platform to introspection and userinfo; less than `providerCall`, which waits for both. */
  platformAnswer: { ms: 10 * second, source: 'own choice' },
  /** How often a county looks at the platform's registry: a suspension shows within the minute. */
  registryLook: { ms: 15 * second, source: 'own choice' },
  /** Answer awaited of the platform's registry; a resident who sets out may wait for it. */
  registryAnswer: { ms: 5 * second, source: 'own choice' },
  /** From the first call of a dataset on, while its agency says that it prepares. */
  preparation: { ms: 5400 * second, source: 'interface: observed at the platform' },
  providerCall: { ms: 30 * second, source: 'own choice' },
  /** The same fetch of a package may be repeated so long, until the service provider said that it is stored. */
  fetchAgain: {
    ms: 10 * minute,
    source: 'own choice: a restart; 手冊 貳-一-(二)-1 deletes at once what was taken, and taken is what is stored',
  },
  /** A database that was written to is marked again after this: so much of it could be turned back unseen. */
  markAgain: { ms: second / 2, source: 'own choice: no backup is younger' },
  /** How often new checkpoints of the log go to its witnesses. */
  witnessEvery: { ms: 10 * second, source: 'own choice: so much of the log could be turned back unseen by them' },
  /** Answer awaited of a witness, and by a witness of the platform. */
  witnessAnswer: { ms: 5 * second, source: 'own choice' },
  /** That a witness does not cosign is told again after this. */
  witnessTold: { ms: day, source: 'own choice' },
  /** A witness asks for the log's keys again after this, where those it knows do not serve. */
  witnessKeys: { ms: minute, source: 'own choice' },
  /** A stop waits so long for requests under way. */
  stopWait: { ms: 20 * second, source: 'own choice: less than the 30 seconds after which most supervisors kill' },
  /** A key that signs checkpoints and receipts; then a new one signs, and the old stays published. */
  logKey: { ms: 366 * day, source: 'own choice' },
  transferRecord: { ms: 366 * day, source: '手冊 附件一 六-(一): at least one year' },
  /** Somebody of the staff does nothing: signed out. */
  staffIdle: { ms: 15 * minute, source: 'own choice' },
  /** From sign-in on, however busy. */
  staffWhole: { ms: 8 * hour, source: 'own choice: a working day' },
  /** After five wrong tries, that account takes no sign-in from there for this long. */
  staffLockout: { ms: 15 * minute, source: 'as at the counter, 手冊 貳-一-(二)-2' },
  /** The one-time link by which a person makes their account. */
  staffInvitation: { ms: 72 * hour, source: 'own choice' },
  /** Looks of one person at one case within this are one record. */
  looksSummed: { ms: 10 * minute, source: 'own choice' },
  /** The record of what the staff did. */
  staffAction: { ms: 2 * 366 * day, source: 'own choice: as the yearly audit that reads it' },
  /** The record of a provider's yearly internal audit, from the day it was handed in. */
  auditRecord: { ms: 2 * 366 * day, source: '手冊 附件一 六-(二): two years' },
  /** The platform announces its own this long before. */
  platformNotice: { ms: 15 * day, source: '手冊 附件一 九' },
  /** How long the platform waits for a dataset's heartbeat. */
  heartbeatAnswer: { ms: 5 * second, source: 'own choice' },
  /** A salt that a service provider has the resident sign: then code 408. */
  signatureSalt: { ms: 5 * minute, source: 'own choice, interface names only the code' },
  /** From the accepted signature to the redirect that it opens. */
  signatureEntry: { ms: 10 * minute, source: 'own choice' },
  /** A notice to a resident is tried again after this, then after twice as long each time, `messageRetryMost` at most. */
  messageRetryFirst: { ms: 30 * second, source: 'own choice' },
  messageRetryMost: { ms: 60 * minute, source: 'own choice' },
  /** After this nobody tries to send it any more. */
  messageGiveUp: { ms: 8 * hour, source: 'as storedData: its words are kept no longer' },
  /** How long one worker holds a message while it speaks to the mail server; longer than `messageSend`. */
  messageHold: { ms: 2 * minute, source: 'own choice' },
  messageSend: { ms: 30 * second, source: 'own choice' },
  /** Of a worker that fetches a package: after this another may take it up. */
  countyFetch: { ms: 2 * minute, source: 'own choice; longer than providerCall and the checks after it' },
  /** Where the platform does not hear that a package is stored, it is told again after this, then after twice as long each time. */
  receiptRetryFirst: { ms: 30 * second, source: 'own choice: several times within fetchAgain' },
  receiptRetryMost: { ms: 10 * minute, source: 'own choice' },
  /** Change, pause and end of a service or a dataset are announced at least this long before. */
  announcedBefore: { ms: 30 * day, source: '手冊 附件一 四-(二), 五-(三)' },
  /** A service provider's old secret is accepted beside the new one. */
  clientKeyOverlap: { ms: 7 * day, source: 'own choice' },
  /** A resident's barcode for a counter; then another is given. What it stands for is kept as `storedData`. */
  barcode: { ms: 20 * minute, source: '手冊 貳-一-(二)-2' },
  /** The code that a resident tells the clerk. */
  verificationCode: { ms: 2 * minute, source: '手冊 貳-一-(二)-2' },
  /** After this a desk may have another code sent. */
  verificationCodeAgain: { ms: 2 * minute, source: 'interface' },
  /** Five wrong barcodes or codes within this put a desk out of use … */
  counterMistakes: { ms: 15 * minute, source: '手冊 貳-一-(二)-2' },
  /** … for this long. */
  counterLockout: { ms: 15 * minute, source: '手冊 貳-一-(二)-2' },
  /** What a desk presented; longer than a barcode and its last code. */
  counterAttempt: { ms: 30 * minute, source: 'own choice' },
  /** A desk is answered at whole multiples of this, so that the time tells nothing of what was found. */
  counterAnswer: { ms: 50, source: 'own choice' },
  /** A county draft, as typed, in which somebody proved who they are: from the last save on. */
  countyDraft: { ms: 7 * day, source: 'own choice' },
  /** One of somebody who did not: what nobody submits goes early, with its files. */
  countyDraftUnproven: { ms: 48 * hour, source: 'own choice: begun today, finished tomorrow night' },
  /** Official values inside a county draft. */
  countyDraftOfficial: { ms: 8 * hour, source: 'as storedData' },
  /** What remains of a case at a county's counter, without anything personal, for the desk's own list. */
  counterCaseKept: { ms: 24 * hour, source: 'own choice' },
  /** A journey that the county started and nobody came back from. */
  countyJourney: { ms: 2 * hour, source: 'own choice' },
  /** Test environment: what falls due when a clock is moved is waited for so long, then goes on by itself. */
  clockDue: { ms: 10 * second, source: 'own choice' },
  /** Test environment: a party that is told to move its clock answers within this; longer than `clockDue`. */
  clockMove: { ms: 15 * second, source: 'own choice' },
  /** Test environment: a party says within this how far its clock is. */
  clockLook: { ms: 3 * second, source: 'own choice: somebody waits for the page' },
} as const satisfies Record<string, Lifetime>;

export type LifetimeName = keyof typeof rows;

export const lifetimes: { readonly [Name in LifetimeName]: Lifetime } = rows;

/** The moment when something of this lifetime, begun `from`, is over. */
export const after = (from: Date, name: LifetimeName): Date => new Date(from.getTime() + lifetimes[name].ms);
