/** A service as a county app describes it. */
import type { AskedDataset, ServiceDetail } from '#schemas/wire/county-api.ts';
import service from '#schemas/services/chiayi/emergency-relief/service.json';
import { say } from '../scenes/scene.ts';

const dataset = (id: string, zh: string, en: string, more: Partial<AskedDataset> = {}): AskedDataset => ({
  id: `API.${id}`,
  name: say(zh, en),
  agency: say('內政部戶政司', 'Department of Household Registration'),
  specialCategory: false,
  minutes: 0,
  parameters: [],
  fields: [
    { path: '$.name', label: say('姓名', 'Name'), fills: [say('申請人姓名', 'Name of the applicant')] },
    { path: '$.address', label: say('戶籍地址', 'Registered address'), fills: [say('戶籍地址', 'Registered address')] },
  ],
  ...more,
});

export const detail = {
  ...service,
  opening: { state: 'open' },
  formVersion: 1,
  asked: {
    all: [
      dataset('7QovE2Gev6', '個人戶籍資料', 'Household registration', {
        replaces: say('戶籍謄本', 'the household transcript'),
      }),
    ],
    anyOf: [
      [
        dataset('AbAYGIjoYw', '低收及中低收列冊資料', 'Low-income register'),
        dataset('nyhnLM1fve', '身心障礙資格', 'Disability status', { specialCategory: true, minutes: 5 }),
      ],
    ],
  },
  platformName: say('MyData 平臺', 'the MyData platform'),
  platformOrigin: 'https://platform.example',
  manualUrl: '#manual',
} as unknown as ServiceDetail;
