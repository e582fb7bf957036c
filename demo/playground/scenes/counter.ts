import type { DeskView } from '#schemas/wire/counter-api.ts';
import { broken, say, type Answer, type Scene, type State } from './scene.ts';

const desk: DeskView = {
  office: 'social-assistance',
  agency: '嘉義縣政府社會局',
  counter: '3 號櫃檯',
  clerk: '林小萍',
  csrf: 'x',
  services: [
    { id: 'emergency-relief', name: say('急難救助', 'Emergency relief') },
    { id: 'senior-card', name: say('敬老卡', 'Senior card') },
  ],
};
const state = (zh: string, en: string, answer: Answer): State => ({
  name: say(zh, en),
  calls: {
    'GET /api/counter': answer,
    'POST /api/counter/present': {
      body: { attempt: 'a1', service: desk.services[1], sent: true, codeFor: 120, resendAfter: 120 },
    },
    'POST /api/counter/resend': {
      body: { attempt: 'a1', service: desk.services[1], sent: true, codeFor: 120, resendAfter: 120 },
    },
    'POST /api/counter/code': { status: 201, body: { case: 'case-1' } },
  },
});

export const counter: Scene = {
  tag: 'mydata-counter',
  load: () => import('#components/define/mydata-counter.ts'),
  states: {
    entry: state('等待條碼（可輸入 k7m2qx94）', 'Waiting for a barcode (try k7m2qx94)', { body: desk }),
    out: state('暫停使用', 'Out of use', { body: { ...desk, outFor: 3000 } }),
    loading: state('讀取中', 'Loading', 'silent'),
    offline: state('沒有網路', 'No network', 'offline'),
    error: state('系統錯誤', 'Error', broken),
  },
};

export const oneClick: Scene = {
  tag: 'mydata-one-click',
  load: () => import('#components/define/mydata-one-click.ts'),
  states: {
    button: {
      name: say('按鈕', 'The button'),
      attributes: { platform: 'https://platform.example', client: 'CLI.example', service: '敬老卡' },
    },
  },
};
