import type { Suite } from '../check.ts';
import { readUrl } from '../read-options.ts';

export interface PlatformContext {
  readonly url: string;
}

export const platformSuite: Suite<PlatformContext> = {
  party: 'platform',
  title: { 'zh-Hant': '平臺', en: 'platform' },
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
