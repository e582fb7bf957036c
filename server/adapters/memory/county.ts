/** The county's storage port in memory: the model that the contract suite holds the real engines against. */
import type {
  ApplicationRow,
  CountyReason,
  CountyStep,
  CountyStorage,
  DraftRow,
  FileRow,
  OfficialRow,
  PublishedForm,
  TransferRecord,
  TransferRow,
} from '../../county/storage.ts';
import { countyKinds, type CountyKind } from '../../county/kinds.ts';
import type { Sizes } from '../../space/space.ts';
import { GuardFailed, type CommitResult } from '../../storage/plan.ts';
import { casesAfter, counterReads, noCases, type Cases } from './county-counter.ts';
import { deskReads, desksAfter, noDesks, type Desks } from './county-desks.ts';
import { noOffices, officeReads, officesAfter, type OfficesState } from './county-offices.ts';
import { noReceipts, receiptReads, receiptsAfter, type Receipts } from './county-receipts.ts';
import {
  noRegistrations,
  registrationReads,
  registrationsAfter,
  type RegistrationTables,
} from './county-registration.ts';
import { staffAfter, staffReads } from './county-staff.ts';
import { noStaff, type StaffState } from './county-staff-state.ts';
import { applyBuilderStep, memoryBuilderReads, noBuilderState, type BuilderState } from './county-forms.ts';

interface HeldFile extends FileRow {
  readonly draftId?: string;
  readonly application?: string;
  readonly body: Uint8Array;
}

interface State {
  staff: StaffState;
  offices: OfficesState;
  desks: Desks;
  cases: Cases;
  receipts: Receipts;
  registration: RegistrationTables;
  builder: BuilderState;
  forms: PublishedForm[];
  drafts: Map<string, DraftRow>;
  officials: Map<string, OfficialRow>;
  transfers: Map<string, TransferRow>;
  files: Map<string, HeldFile>;
  applications: Map<string, ApplicationRow>;
  records: TransferRecord[];
}

const copy = (state: State): State => ({
  staff: state.staff,
  offices: state.offices,
  desks: state.desks,
  cases: state.cases,
  receipts: state.receipts,
  registration: state.registration,
  builder: state.builder,
  forms: [...state.forms],
  drafts: new Map(state.drafts),
  officials: new Map(state.officials),
  transfers: new Map(state.transfers),
  files: new Map(state.files),
  applications: new Map(state.applications),
  records: [...state.records],
});

/** Bytes of the rows' columns of any length. */
const rowsOf: { readonly [kind in CountyKind]: (s: State) => readonly number[] } = {
  drafts: (s) => [
    ...[...s.drafts.values()].map(({ typed }) => typed?.length ?? 0),
    ...[...s.officials.values()].map(({ envelope }) => envelope.sealed.length),
    ...[...s.transfers.values()].map(
      ({ identity, delivery }) => identity.sealed.length + (delivery?.sealed.length ?? 0),
    ),
  ],
  files: (s) => [...s.files.values()].flatMap(({ application, size }) => (application === undefined ? [size] : [])),
  applications: (s) => [
    ...[...s.files.values()].flatMap(({ application, size }) => (application === undefined ? [] : [size])),
    ...[...s.applications.values()].map(({ contents }) => contents.length),
  ],
  forms: (s) =>
    [...s.forms, ...s.builder.drafts.values(), ...s.builder.versions, ...s.builder.kept].map((row) =>
      Buffer.byteLength(JSON.stringify(row)),
    ),
  records: (s) => [...s.records, ...s.staff.actions].map(() => 0),
  outbox: (s) => [...s.receipts].map(({ content }) => content.sealed.length),
};

const bytesOfRow = 300;
const sizeOf = (s: State, kind: CountyKind): number =>
  rowsOf[kind](s).reduce((sum, bytes) => sum + bytes + bytesOfRow, 0);

function must<Value>(value: Value | undefined | false | null, reason: CountyReason): Value {
  if (value === undefined || value === false || value === null) throw new GuardFailed(reason);
  return value;
}

function deleteDraft(s: State, id: string): void {
  s.drafts.delete(id);
  s.officials.delete(id);
  for (const [key, transfer] of s.transfers) if (transfer.draftId === id) s.transfers.delete(key);
  for (const [key, file] of s.files) if (file.draftId === id) s.files.delete(key);
}

function bump(s: State, draftId: string, change: Partial<DraftRow> = {}): void {
  const draft = must(s.drafts.get(draftId), 'draft-gone');
  s.drafts.set(draftId, { ...draft, ...change, revision: draft.revision + 1 });
}

function settle(s: State, txId: string, change: Partial<TransferRow>): void {
  const { delivery: _gone, fetching: _done, ...transfer } = must(s.transfers.get(txId), 'transfer-settled');
  s.transfers.set(txId, { ...transfer, ...change });
}

function apply(s: State, step: CountyStep): void {
  switch (step.step) {
    case 'publish-form': {
      const last = s.forms.filter((form) => form.service === step.form.service).length;
      must(last + 1 === step.form.version, 'form-version-taken');
      s.forms.push(step.form);
      return;
    }
    case 'need-space':
      must(sizeOf(s, step.kind) + step.bytes <= step.most, 'space-full');
      return;
    case 'create-draft': {
      const { draft } = step;
      must(
        ![...s.drafts.values()].some(
          (known) => known.id === draft.id || (known.owner === draft.owner && known.service === draft.service),
        ),
        'draft-exists',
      );
      s.drafts.set(draft.id, draft);
      return;
    }
    case 'save-draft':
      must(s.drafts.get(step.draftId)?.revision === step.revision, 'draft-stale');
      return bump(s, step.draftId, { typed: step.typed, savedAt: step.savedAt, expiresAt: step.expiresAt });
    case 'delete-draft':
      must(s.drafts.has(step.draftId), 'draft-gone');
      return deleteDraft(s, step.draftId);
    case 'start-journey': {
      const draft = must(s.drafts.get(step.transfer.draftId), 'draft-gone');
      if (draft.expiresAt < step.draftUntil) s.drafts.set(draft.id, { ...draft, expiresAt: step.draftUntil });
      must(!s.transfers.has(step.transfer.txId), 'tx-used');
      s.transfers.set(step.transfer.txId, { ...step.transfer, state: 'started', updatedAt: step.transfer.startedAt });
      return;
    }
    case 'record-return': {
      const transfer = s.transfers.get(step.txId);
      if (!transfer || transfer.returnCode !== undefined) throw new GuardFailed<CountyReason>('already-returned');
      s.transfers.set(step.txId, { ...transfer, returnCode: step.code, updatedAt: step.at });
      if (transfer.state === 'filled') bump(s, transfer.draftId);
      return;
    }
    case 'accept-delivery': {
      const transfer = must(s.transfers.get(step.txId), 'tx-unknown');
      must(transfer.state === 'started', 'delivery-repeated');
      s.transfers.set(step.txId, {
        ...transfer,
        state: 'accepted',
        delivery: step.delivery,
        ...(step.mark !== undefined && { deliveryMark: step.mark }),
        fetching: { at: step.at, until: step.until, failures: 0 },
        updatedAt: step.at,
      });
      return;
    }
    case 'claim-fetch': {
      const transfer = must(s.transfers.get(step.txId), 'fetch-not-due');
      const fetching = must(transfer.fetching, 'fetch-not-due');
      must(fetching.at <= step.at, 'fetch-not-due');
      const { by: _before, ...free } = fetching;
      const by = step.by === undefined ? {} : { by: step.by };
      s.transfers.set(step.txId, { ...transfer, fetching: { ...free, ...by, at: step.lease } });
      return;
    }
    case 'free-fetches': {
      for (const [txId, transfer] of s.transfers) {
        if (!transfer.fetching?.by?.startsWith(`${step.instance}/`) || transfer.fetching.by === step.by) continue;
        const { by: _gone, ...fetching } = transfer.fetching;
        s.transfers.set(txId, { ...transfer, fetching: { ...fetching, at: step.at } });
      }
      return;
    }
    case 'put-off-fetch': {
      const transfer = must(s.transfers.get(step.txId), 'fetch-not-due');
      const fetching = must(transfer.fetching, 'fetch-not-due');
      must(fetching.at === step.lease, 'fetch-not-due');
      s.transfers.set(step.txId, { ...transfer, fetching: { ...step.next, until: fetching.until } });
      return;
    }
    case 'fill-draft': {
      const transfer = s.transfers.get(step.official.txId);
      must(transfer?.state === 'accepted' && transfer.draftId === step.official.draftId, 'transfer-settled');
      settle(s, step.official.txId, { state: 'filled', updatedAt: step.official.receivedAt, ...step.found });
      s.officials.set(step.official.draftId, step.official);
      return bump(s, step.official.draftId);
    }
    case 'fail-transfer':
      must(s.transfers.get(step.txId)?.state === step.from, 'transfer-settled');
      must(step.lease === undefined || s.transfers.get(step.txId)?.fetching?.at === step.lease, 'transfer-settled');
      return settle(s, step.txId, {
        state: 'failed',
        failCode: step.code,
        updatedAt: step.at,
        ...(step.mark !== undefined && { deliveryMark: step.mark }),
      });
    case 'erase-official':
      must(s.officials.delete(step.draftId), 'official-gone');
      return bump(s, step.draftId);
    case 'add-file': {
      must(s.drafts.has(step.draftId), 'draft-gone');
      const held = [...s.files.values()].filter(
        (file) => file.draftId === step.draftId && file.field === step.file.field,
      );
      must(held.length < step.maxFiles, 'too-many-files');
      const size = [...s.files.values()].reduce(
        (sum, file) => sum + (file.draftId === step.draftId ? file.size : 0),
        step.file.size,
      );
      must(size <= (step.maxBytes ?? Infinity), 'draft-full');
      s.files.set(step.file.id, { ...step.file, draftId: step.draftId, body: step.body });
      return;
    }
    case 'remove-file':
      must(s.files.get(step.fileId)?.draftId === step.draftId, 'file-gone');
      s.files.delete(step.fileId);
      return;
    case 'submit-application': {
      const { application, revision, fileIds } = step;
      must(s.drafts.get(application.draftId)?.revision === revision, 'draft-stale');
      must(!s.applications.has(application.number), 'number-taken');
      for (const id of fileIds) {
        const file = s.files.get(id);
        if (!file || file.draftId !== application.draftId) throw new GuardFailed<CountyReason>('file-gone');
        const { draftId: _moved, ...rest } = file;
        s.files.set(id, { ...rest, application: application.number });
      }
      s.applications.set(application.number, application);
      return deleteDraft(s, application.draftId);
    }
    case 'record-transfer':
      s.records.push(step.record);
      return;
    case 'erase-expired': {
      for (const { id } of oldest(s.drafts.values(), ({ expiresAt }) => expiresAt, step.now).slice(0, step.most))
        deleteDraft(s, id);
      const gone = new Set(s.records.filter(({ at }) => at < step.recordsBefore).slice(0, step.most));
      s.records = s.records.filter((record) => !gone.has(record));
    }
  }
}

const oldest = <Row>(rows: Iterable<Row>, time: (row: Row) => string, until: string): Row[] =>
  [...rows].filter((row) => time(row) <= until).sort((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0));
const newest = <Row>(rows: Iterable<Row>, time: (row: Row) => string): Row[] =>
  [...rows].reverse().sort((a, b) => (time(a) < time(b) ? 1 : time(a) > time(b) ? -1 : 0));
const withoutBody = ({ body: _body, draftId: _draft, application: _application, ...file }: HeldFile): FileRow => file;

/** Empty, and gone with the process. A plan changes a copy, which takes the state's place when every guard held. */
export function memoryCountyStorage(): CountyStorage {
  let state: State = {
    staff: noStaff,
    offices: noOffices,
    desks: noDesks,
    cases: noCases,
    receipts: noReceipts,
    registration: noRegistrations,
    builder: noBuilderState(),
    forms: [],
    drafts: new Map(),
    officials: new Map(),
    transfers: new Map(),
    files: new Map(),
    applications: new Map(),
    records: [],
  };
  return {
    ...staffReads(() => state.staff),
    ...officeReads(() => state.offices),
    ...deskReads(() => ({ desks: state.desks, sessions: state.staff.sessions })),
    ...counterReads(() => state.cases),
    ...receiptReads(() => state.receipts),
    ...registrationReads(() => state.registration),
    ...memoryBuilderReads(
      () => state.builder,
      () => [...state.applications.values()],
    ),
    async commit(plan): Promise<CommitResult<CountyReason>> {
      const next = copy(state);
      try {
        for (const step of plan) {
          const builder = applyBuilderStep(next.builder, step);
          const staff = staffAfter(next.staff, step, next.offices);
          const offices = officesAfter(next.offices, step, next.staff);
          const desks = desksAfter({ desks: next.desks, sessions: next.staff.sessions }, step, next.offices);
          const cases = casesAfter(next.cases, step);
          const receipts = receiptsAfter(next.receipts, step);
          const registration = registrationsAfter(next.registration, step);
          if (builder) next.builder = builder;
          else if (staff) next.staff = staff;
          else if (offices) next.offices = offices;
          else if (desks) {
            next.desks = desks.desks;
            next.staff = { ...next.staff, sessions: desks.sessions };
          } else if (cases) next.cases = cases;
          else if (receipts) next.receipts = receipts;
          else if (registration) next.registration = registration;
          else apply(next, step);
        }
      } catch (error) {
        if (error instanceof GuardFailed) return { ok: false, reason: error.reason as CountyReason };
        throw error;
      }
      state = next;
      return { ok: true };
    },
    async close() {},
    async scrub() {},
    async sizes() {
      return Object.fromEntries(countyKinds.map((kind) => [kind, sizeOf(state, kind)])) as Sizes<CountyKind>;
    },
    async latestForm(service) {
      return newest(
        state.forms.filter((form) => form.service === service),
        (form) => String(form.version).padStart(9, '0'),
      )[0];
    },
    async form(service, version) {
      return state.forms.find((form) => form.service === service && form.version === version);
    },
    async draft(owner, service) {
      return [...state.drafts.values()].find((draft) => draft.owner === owner && draft.service === service);
    },
    async draftById(id) {
      return state.drafts.get(id);
    },
    async official(draftId) {
      return state.officials.get(draftId);
    },
    async transfer(txId) {
      return state.transfers.get(txId);
    },
    async latestTransfer(draftId) {
      return newest(
        [...state.transfers.values()].filter((transfer) => transfer.draftId === draftId),
        (transfer) => transfer.updatedAt + transfer.startedAt,
      )[0];
    },
    async provenPerson(draftId) {
      return newest(
        [...state.transfers.values()].filter(
          (transfer) => transfer.draftId === draftId && transfer.state === 'filled' && transfer.returnCode === 200,
        ),
        (transfer) => transfer.updatedAt,
      )[0]?.person;
    },
    async uncalledTransfers() {
      return [...state.transfers.values()].filter(
        ({ state: reached, returnCode }) => reached === 'started' && returnCode === 200,
      );
    },
    async unsettledTransfers() {
      return [...state.transfers.values()].filter((transfer) => transfer.state === 'accepted');
    },
    async files(draftId) {
      return [...state.files.values()].filter((file) => file.draftId === draftId).map(withoutBody);
    },
    async application(number) {
      return state.applications.get(number);
    },
    async repeatedApplication(repeatKey) {
      return newest(
        [...state.applications.values()].filter((row) => row.repeatKey === repeatKey),
        (row) => row.submittedAt,
      )[0];
    },
    async applications() {
      return newest(state.applications.values(), (row) => row.submittedAt);
    },
    async recentApplications(limit, services) {
      return newest(state.applications.values(), (row) => row.submittedAt)
        .filter(({ service }) => services.includes(service))
        .slice(0, limit);
    },
    async applicationFiles(number) {
      return [...state.files.values()].filter((file) => file.application === number).map(withoutBody);
    },
    async fileBody(fileId) {
      return state.files.get(fileId)?.body;
    },
    async anyExpired(now, recordsBefore) {
      const old = ({ expiresAt }: DraftRow): boolean => expiresAt <= now;
      return [...state.drafts.values()].some(old) || state.records.some(({ at }) => at < recordsBefore);
    },
    async expiredOfficials(now) {
      return [...state.officials.values()].filter((row) => row.expiresAt <= now);
    },
    async transferRecords() {
      return [...state.records];
    },
    async recentTransferRecords(limit, services) {
      return state.records
        .filter(({ service }) => services.includes(service))
        .reverse()
        .slice(0, limit);
    },
  };
}
