/** The county app's interface for forms, over HTTP (`schemas/wire/builder-api.ts`). */
import type {
  BuilderStaff,
  CheckResult,
  DraftConflict,
  DraftOfForm,
  FormSummary,
  FileRead,
  ImportRefusal,
  KeptContent,
  KeptList,
  NewForm,
  Notice,
  Publish,
  Review,
  SaveDocument,
  SavedDocument,
  Schedule,
  Send,
  Sent,
  VersionDetail,
  VersionDiff,
  VersionSummary,
} from '#schemas/wire/builder-api.ts';
import type { ApiError } from '#schemas/wire/county-api.ts';
import type { Text } from '#schemas/text.ts';

/** An answer that is no success. `status` 0: no answer at all. */
export class FormsProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly text?: Text,
    readonly conflict?: DraftConflict['conflict'],
    readonly problems?: ImportRefusal['problems'],
  ) {
    super(code);
    this.name = 'FormsProblem';
  }
}

export interface FormsApi {
  me(): Promise<BuilderStaff>;
  forms(): Promise<readonly FormSummary[]>;
  create(form: NewForm): Promise<DraftOfForm>;
  draft(form: string): Promise<DraftOfForm>;
  save(form: string, document: SaveDocument): Promise<SavedDocument>;
  discard(form: string, revision: number): Promise<void>;
  kept(form: string): Promise<KeptList>;
  keptContent(form: string, kept: string): Promise<KeptContent>;
  check(form: string): Promise<CheckResult>;
  send(form: string, send: Send): Promise<Sent>;
  withdraw(form: string, revision: number): Promise<void>;
  review(form: string): Promise<Review>;
  notices(): Promise<readonly Notice[]>;
  /** By their ids. */
  readNotices(notices: readonly string[]): Promise<void>;
  approve(form: string, revision: number, notes?: string): Promise<unknown>;
  giveBack(form: string, revision: number, notes: string): Promise<void>;
  publish(form: string, publish: Publish): Promise<VersionSummary>;
  schedule(form: string, schedule: Schedule): Promise<Schedule>;
  versions(form: string): Promise<readonly VersionSummary[]>;
  version(form: string, version: number): Promise<VersionDetail>;
  diff(form: string, from: number | 'draft', to: number | 'draft'): Promise<VersionDiff>;
  /** The text of a form file → what it holds. */
  read(file: string): Promise<FileRead>;
  exportUrl(form: string, version?: number): string;
}

type Beside = Partial<ApiError & DraftConflict & ImportRefusal>;

export function countyForms(base = '/api/builder'): FormsApi {
  const call = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    let answer: Response;
    try {
      answer = await fetch(`${base}/${path}`, {
        method,
        cache: 'no-store',
        headers: {
          accept: 'application/json',
          'x-mydata-request': '1',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
    } catch {
      throw new FormsProblem(0, 'network');
    }
    if (answer.status === 204) return undefined as Answer;
    const json = (await answer.json().catch(() => ({}))) as Beside;
    if (!answer.ok)
      throw new FormsProblem(
        answer.status,
        json.error?.code ?? 'unreadable',
        json.error?.message,
        json.conflict,
        json.problems,
      );
    return json as Answer;
  };
  const of = (form: string, rest: string): string => `forms/${encodeURIComponent(form)}/${rest}`;
  return {
    me: () => call('GET', 'me'),
    forms: async () => (await call<{ forms: readonly FormSummary[] }>('GET', 'forms')).forms,
    create: (form) => call('POST', 'forms', form),
    draft: (form) => call('GET', of(form, 'draft')),
    save: (form, document) => call('PUT', of(form, 'draft'), document),
    discard: (form, revision) => call('DELETE', of(form, 'draft'), { revision }),
    kept: (form) => call('GET', of(form, 'kept')),
    keptContent: (form, kept) => call('GET', of(form, `kept/${encodeURIComponent(kept)}`)),
    check: (form) => call('POST', of(form, 'check'), {}),
    send: (form, send) => call('POST', of(form, 'sent'), send),
    withdraw: (form, revision) => call('DELETE', of(form, 'sent'), { revision }),
    review: (form) => call('GET', of(form, 'review')),
    notices: async () => (await call<{ notices: readonly Notice[] }>('GET', 'notices')).notices,
    readNotices: (notices) => call('POST', 'notices/read', { notices }),
    approve: (form, revision, notes) => call('POST', of(form, 'approval'), { revision, ...(notes && { notes }) }),
    giveBack: (form, revision, notes) => call('DELETE', of(form, 'approval'), { revision, notes }),
    publish: (form, publish) => call('POST', of(form, 'publish'), publish),
    schedule: (form, schedule) => call('PUT', of(form, 'schedule'), schedule),
    versions: async (form) =>
      (await call<{ versions: readonly VersionSummary[] }>('GET', of(form, 'versions'))).versions,
    version: (form, version) => call('GET', of(form, `versions/${version}`)),
    diff: (form, from, to) => call('GET', of(form, `versions/${from}/diff/${to}`)),
    read: (file) => call('POST', 'import', file),
    exportUrl: (form, version) => `${base}/${of(form, 'export')}${version === undefined ? '' : `?version=${version}`}`,
  };
}
