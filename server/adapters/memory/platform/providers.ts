import type { ProviderEntry, ProviderReads, ProviderReason as Reason, ProviderStep } from '#server/platform/storage.ts';
import { GuardFailed } from '#server/storage/plan.ts';
import type { Area } from './area.ts';

class Model {
  entries = new Map<string, ProviderEntry>();
}

const steps: Area<Model, ProviderStep, ProviderReads>['steps'] = {
  'set-provider': (model, { entry }) => {
    const known = model.entries.get(entry.resourceId);
    if (known && known.source !== entry.source) throw new GuardFailed<Reason>(`provider-of-${known.source}`);
    model.entries.set(entry.resourceId, entry);
  },
  'remove-provider': (model, { resourceId, source }) => {
    if (model.entries.get(resourceId)?.source !== source) throw new GuardFailed<Reason>('provider-unknown');
    model.entries.delete(resourceId);
  },
};

export const providerArea: Area<Model, ProviderStep, ProviderReads> = {
  empty: () => new Model(),
  steps,
  reads: (of) => ({
    providerEntries: async () => [...of().entries.values()].sort((a, b) => (a.resourceId < b.resourceId ? -1 : 1)),
    providerEntry: async (resourceId) => of().entries.get(resourceId),
  }),
};
