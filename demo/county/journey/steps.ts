/** The six stations of an application, and which of them can be gone back to. */
import type { Text } from '#schemas/text.ts';
import { text } from '../text/text.ts';
import { servicePath } from './service-path.ts';

export const stationIds = ['list', 'description', 'notice', 'fill', 'check', 'done'] as const;
export type StationId = (typeof stationIds)[number];

export const stationNames: { readonly [id in StationId]: Text } = {
  list: text('服務列表', 'Services'),
  description: text('說明', 'About'),
  notice: text('告知', 'Notice'),
  fill: text('填寫', 'Fill in'),
  check: text('確認', 'Check'),
  done: text('完成', 'Done'),
};

export interface Station {
  readonly id: StationId;
  readonly name: Text;
  readonly state: 'past' | 'here' | 'ahead';
  /** Only where going back makes sense: nothing leads back out of a finished application but the list. */
  readonly href?: string;
}

export function stations(here: StationId, service: string): readonly Station[] {
  const at = stationIds.indexOf(here);
  const targets: { readonly [id in StationId]?: string } =
    here === 'done'
      ? { list: '/' }
      : { list: '/', description: servicePath(service), notice: servicePath(service, 'consent') };
  return stationIds.map((id, index) => {
    const state = index < at ? 'past' : index === at ? 'here' : 'ahead';
    const href = state === 'past' ? targets[id] : undefined;
    return { id, name: stationNames[id], state, ...(href ? { href } : {}) };
  });
}
