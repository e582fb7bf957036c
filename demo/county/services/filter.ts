/** Finds services by words and by where they can be done. Pure. */
import { folded } from '#schemas/taiwan/plain-text.ts';
import type { ServiceSummary } from '#schemas/wire/county-api.ts';

export interface ServiceFilter {
  readonly words: string;
  readonly mode: 'any' | 'online' | 'counter';
}

export const noFilter: ServiceFilter = { words: '', mode: 'any' };

const searched = (service: ServiceSummary): string =>
  folded([service.name, service.summary, service.agency].flatMap((text) => [text['zh-Hant'], text.en]).join('\n'));

/** Services that hold all the words, in the given order. */
export function filterServices(services: readonly ServiceSummary[], filter: ServiceFilter): readonly ServiceSummary[] {
  const words = folded(filter.words)
    .split(/[\s,，、]+/u)
    .filter(Boolean);
  return services.filter((service) => {
    if (filter.mode !== 'any' && !service.modes.includes(filter.mode)) return false;
    const text = searched(service);
    return words.every((word) => text.includes(word));
  });
}
