/** The form designers' part of the county's storage in memory. */
import type {
  BuilderReads,
  BuilderReason,
  BuilderStep,
  FormDraft,
  FormSchedule,
  FormVersion,
  KeptForm,
  NoticeMark,
} from '../../county/forms/storage.ts';
import type { ApplicationRow } from '../../county/storage.ts';
import { stageOf } from '../../county/forms/stage.ts';
import { GuardFailed } from '../../storage/plan.ts';

export interface BuilderState {
  readonly drafts: Map<string, FormDraft>;
  readonly kept: readonly KeptForm[];
  readonly versions: readonly FormVersion[];
  readonly schedules: Map<string, FormSchedule>;
  readonly read: readonly NoticeMark[];
}

/** As on the first day: no draft, no version, nothing kept or read. */
export const noBuilderState = (): BuilderState => ({
  drafts: new Map(),
  kept: [],
  versions: [],
  schedules: new Map(),
  read: [],
});

const fail = (reason: BuilderReason): never => {
  throw new GuardFailed(reason);
};

const newestFirst = (kept: readonly KeptForm[]): readonly KeptForm[] =>
  [...kept].reverse().sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));

/** → the state after the step; undefined where it is none of these. @throws GuardFailed */
export function applyBuilderStep(s: BuilderState, step: BuilderStep | { step: string }): BuilderState | undefined {
  const known = step as BuilderStep;
  switch (known.step) {
    case 'save-form': {
      const { form, revision, stage, base, work, authors } = known;
      const before = s.drafts.get(form);
      if ((before?.revision ?? 0) !== revision) return fail('form-stale');
      if (stage && (!before?.work || stageOf(before.work) !== stage)) return fail('form-stale');
      const draft = {
        form,
        revision: revision + 1,
        ...(base !== undefined && { base }),
        ...(work && { work }),
        ...(authors && { authors }),
      };
      return { ...s, drafts: new Map(s.drafts).set(form, draft) };
    }
    case 'decide-form': {
      const before = s.drafts.get(known.form);
      if (before?.revision !== known.revision || !before.work || stageOf(before.work) !== known.stage)
        return fail('form-stale');
      return { ...s, drafts: new Map(s.drafts).set(known.form, { ...before, work: known.work }) };
    }
    case 'keep-form': {
      const { kept } = known;
      return { ...s, kept: [...s.kept.filter(({ id }) => id !== kept.id), kept] };
    }
    case 'trim-kept': {
      const { form, by, count, bytes } = known;
      const own = newestFirst(s.kept.filter((one) => one.form === form && one.by.id === by));
      let size = 0;
      const gone = own.filter((one, index) => {
        size += Buffer.byteLength(JSON.stringify(one));
        return index > 0 && (index >= count || size > bytes);
      });
      return { ...s, kept: s.kept.filter((one) => !gone.includes(one)) };
    }
    case 'record-version': {
      const { version } = known;
      if (s.versions.some((one) => one.form === version.form && one.version === version.version))
        return fail('version-recorded');
      return { ...s, versions: [...s.versions, version] };
    }
    case 'schedule-form':
      return { ...s, schedules: new Map(s.schedules).set(known.schedule.form, known.schedule) };
    case 'read-notices': {
      const marked = (mark: NoticeMark): boolean =>
        s.read.some(({ staff, notice }) => staff === mark.staff && notice === mark.notice);
      return { ...s, read: [...s.read, ...known.marks.filter((mark) => !marked(mark))] };
    }
    case 'forget-notices':
      return { ...s, read: s.read.filter(({ at }) => at >= known.readBefore) };
    default:
      return undefined;
  }
}

/**
 * @param applications those there are, for the count by version
 * Lists of forms by id, of versions and kept works the newest first.
 */
export function memoryBuilderReads(
  state: () => BuilderState,
  applications: () => readonly ApplicationRow[],
): BuilderReads {
  const newest = (a: FormVersion, b: FormVersion): number => b.version - a.version;
  const byForm = <T extends { readonly form: string }>(list: Iterable<T>): T[] =>
    [...list].sort((a, b) => (a.form < b.form ? -1 : 1));
  const versionsOf = (form: string): FormVersion[] =>
    state()
      .versions.filter((one) => one.form === form)
      .sort(newest);
  return {
    async formDraft(form) {
      return state().drafts.get(form);
    },
    async formDrafts() {
      return byForm(state().drafts.values());
    },
    async keptForms(form) {
      return newestFirst(state().kept.filter((one) => one.form === form)).map(
        ({ document: _document, history: _history, ...entry }) => entry,
      );
    },
    async keptForm(id) {
      return state().kept.find((one) => one.id === id);
    },
    async formVersion(form, version) {
      return versionsOf(form).find((one) => one.version === version);
    },
    async formVersions(form) {
      return versionsOf(form);
    },
    async latestVersions() {
      const forms = new Set(state().versions.map(({ form }) => form));
      return byForm([...forms].map((form) => versionsOf(form)[0]!));
    },
    async noticesRead(staff) {
      return new Set(state().read.flatMap((mark) => (mark.staff === staff ? [mark.notice] : [])));
    },
    async formSchedule(form) {
      return state().schedules.get(form);
    },
    async formSchedules() {
      return byForm(state().schedules.values());
    },
    async applicationsByVersion(form) {
      const counts = new Map<number, number>();
      for (const one of applications())
        if (one.service === form) counts.set(one.formVersion, (counts.get(one.formVersion) ?? 0) + 1);
      return counts;
    },
  };
}
