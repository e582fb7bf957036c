import { complete, empty, filled, preparing, towns } from '../samples/form.ts';
import { broken, refused, say, type Answer, type Scene, type State } from './scene.ts';

const draft = '/api/services/emergency-relief/draft';
const state = (zh: string, en: string, answer: Answer, attributes: State['attributes'] = {}): State => ({
  name: say(zh, en),
  attributes: { service: 'emergency-relief', ...attributes },
  calls: {
    [`GET ${draft}`]: answer,
    [`PUT ${draft}`]: { body: { savedAt: '2026-11-23T06:05:00Z', revision: 1 } },
    [`DELETE ${draft}`]: { status: 204 },
    'GET /api/towns.json': { body: towns },
    'POST /api/services/emergency-relief/applications': {
      status: 201,
      body: { applicationNo: 'CY1151123-0000014', submittedAt: '2026-11-23T06:06:00Z', processingDays: 7 },
    },
  },
});

export const form: Scene = {
  tag: 'mydata-form',
  load: () => import('#components/define/mydata-form.ts'),
  states: {
    empty: state('空白', 'Empty', { body: empty }),
    filled: state('已由 MyData 帶入', 'Filled by MyData', { body: filled }),
    preparing: state('資料準備中', 'Data on its way', { body: preparing }),
    household: state('第二步', 'Second step', { body: filled }, { step: 'household' }),
    all: state('全部在一頁', 'All on one page', { body: filled }, { density: 'all' }),
    check: state('確認', 'Check page', { body: complete }, { step: 'check' }),
    loading: state('讀取中', 'Loading', 'silent'),
    offline: state('沒有網路', 'No network', 'offline'),
    error: state('系統錯誤', 'Error', broken),
    expired: state(
      '草稿已過期',
      'Draft expired',
      refused(404, 'draft-gone', say('草稿已經刪除。', 'The draft is gone.')),
    ),
  },
};

export const deskForm: Scene = {
  tag: 'mydata-desk-form',
  load: () => import('#components/define/mydata-desk-form.ts'),
  states: {
    filled: state('缺的先填', 'What is missing first', { body: filled }),
    complete: state('都有了', 'All is there', { body: complete }),
    loading: state('讀取中', 'Loading', 'silent'),
    error: state('系統錯誤', 'Error', broken),
  },
};
