import type { Suite } from '../check.ts';
import { readUrl } from '../read-options.ts';

export interface SpContext {
  readonly url: string;
}

export const spSuite: Suite<SpContext> = {
  party: 'sp',
  title: { 'zh-Hant': '服務提供者', en: 'service provider' },
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
