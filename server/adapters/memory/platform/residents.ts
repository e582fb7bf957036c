import type {
  Download,
  DownloadState,
  ResidentReads,
  ResidentReason as Reason,
  ResidentSession,
  ResidentStep,
  WrongTries,
} from '#server/platform/storage.ts';
import { GuardFailed } from '#server/storage/plan.ts';
import type { Area } from './area.ts';

class Model {
  sessions = new Map<string, ResidentSession>();
  choices = new Map<string, { readonly resources: readonly string[]; readonly at: Date }>();
  downloads = new Map<string, Download>();
  wrongTries = new Map<string, WrongTries & { readonly told: boolean }>();
}

const fail = (reason: Reason): never => {
  throw new GuardFailed<Reason>(reason);
};

function change(
  model: Model,
  id: string,
  { from, reason }: { readonly from: readonly DownloadState[]; readonly reason: Reason },
  set: Partial<Download>,
): void {
  const download = model.downloads.get(id) ?? fail(reason);
  if (!from.includes(download.state)) fail(reason);
  model.downloads.set(id, { ...download, ...set });
}

/** What is over holds nothing that is personal. */
const over = (state: DownloadState, at: Date): Partial<Download> => ({
  state,
  endedAt: at,
  person: undefined,
  parameters: undefined,
});

const moved = (...from: readonly DownloadState[]) => ({ from, reason: 'download-moved' }) as const;
const gone = (...from: readonly DownloadState[]) => ({ from, reason: 'download-gone' }) as const;

const steps: Area<Model, ResidentStep, ResidentReads>['steps'] = {
  'open-resident-session': (model, { session }) =>
    void model.sessions.set(session.hash, { ...session, activeAt: session.startedAt }),
  'touch-resident-session': (model, { hash, at }) => {
    const session = model.sessions.get(hash) ?? fail('resident-session-over');
    model.sessions.set(hash, { ...session, activeAt: at });
  },
  'close-resident-session': (model, { hash }) => {
    if (!model.sessions.delete(hash)) fail('resident-session-over');
  },
  'keep-choice': (model, { personHash, resources, at }) => {
    if (resources.length) model.choices.set(personHash, { resources, at });
    else model.choices.delete(personHash);
  },
  'open-download': (model, { download }) => void model.downloads.set(download.id, { ...download, state: 'asked' }),
  'answer-download': (model, { id, parameters }) => change(model, id, moved('asked'), { parameters }),
  'begin-download': (model, { id, method, person, at }) =>
    change(model, id, moved('asked'), { state: 'fetching', method, person, consentedAt: at }),
  'expect-download': (model, { id }) => change(model, id, moved('fetching'), {}),
  'ready-download': (model, { id, keepUntil }) => change(model, id, moved('fetching'), { state: 'ready', keepUntil }),
  'take-download': (model, { id, at }) => {
    const { keepUntil } = model.downloads.get(id) ?? fail('download-gone');
    if (!keepUntil || keepUntil <= at) fail('download-gone');
    change(model, id, gone('ready'), over('saved', at));
  },
  'end-download': (model, { id, as, at }) => change(model, id, gone('asked', 'fetching', 'ready'), over(as, at)),
  'note-wrong-try': (model, { personHash, method, hour, at }) => {
    const key = `${personHash} ${hour.getTime()} ${method}`;
    const { count = 0, firstAt = at } = model.wrongTries.get(key) ?? {};
    model.wrongTries.set(key, { personHash, method, hour, count: count + 1, firstAt, lastAt: at, told: false });
  },
  'told-wrong-tries': (model, { personHash }) => {
    for (const [key, row] of model.wrongTries)
      if (row.personHash === personHash) model.wrongTries.set(key, { ...row, told: true });
  },
  'forget-old': (model, { journeysBefore, noticesBefore, recordsBefore }) => {
    for (const [key, { startedAt }] of model.sessions) if (startedAt < journeysBefore) model.sessions.delete(key);
    for (const [key, { at }] of model.choices) if (at < noticesBefore) model.choices.delete(key);
    for (const [key, { state, startedAt }] of model.downloads)
      if (startedAt < (state === 'asked' ? noticesBefore : recordsBefore)) model.downloads.delete(key);
    for (const [key, { hour }] of model.wrongTries) if (hour < recordsBefore) model.wrongTries.delete(key);
  },
};

const shown = ({ told: _, ...row }: WrongTries & { readonly told: boolean }): WrongTries => row;

export const residentArea: Area<Model, ResidentStep, ResidentReads> = {
  empty: () => new Model(),
  steps,
  reads: (of) => ({
    residentSession: async (hash) => of().sessions.get(hash),
    choiceOf: async (personHash) => of().choices.get(personHash)?.resources ?? [],
    download: async (id) => of().downloads.get(id),
    downloadsOf: async (personHash) =>
      [...of().downloads.values()]
        .filter((download) => download.personHash === personHash)
        .sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime()),
    wrongTriesOf: async (personHash, limit) =>
      [...of().wrongTries.values()]
        .filter((row) => row.personHash === personHash)
        .sort((a, b) => b.hour.getTime() - a.hour.getTime() || (a.method < b.method ? -1 : 1))
        .slice(0, limit)
        .map(shown),
    wrongTriesUntold: async (atLeast) =>
      [...of().wrongTries.values()].filter(({ told, count }) => !told && count >= atLeast).map(shown),
    downloadsBeing: async (state) => [...of().downloads.values()].filter((download) => download.state === state),
  }),
};
