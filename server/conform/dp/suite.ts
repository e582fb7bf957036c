import type { Suite } from '../check.ts';
import { readUrl } from '../read-options.ts';

export interface DpContext {
  readonly url: string;
}

export const dpSuite: Suite<DpContext> = {
  party: 'dp',
  title: { 'zh-Hant': '資料提供者', en: 'data provider' },
  options: {
    url: {
      type: 'string',
      value: '<https://…>',
      needed: true,
      help: { 'zh-Hant': '受測方的位址', en: 'address of who is checked' },
    },
  },
  checks: [],
  open: async (values) => ({ url: readUrl(values, 'url') }),
  close: async () => undefined,
};
