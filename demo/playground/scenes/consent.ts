import { detail } from '../samples/service.ts';
import { broken, refused, say, type Answer, type Scene, type State } from './scene.ts';

const at = 'GET /api/services/emergency-relief';
const state = (zh: string, en: string, answer: Answer): State => ({
  name: say(zh, en),
  attributes: { service: 'emergency-relief' },
  calls: { [at]: answer },
});
const none = { all: [], anyOf: [] };

export const consent: Scene = {
  tag: 'mydata-consent',
  load: () => import('#components/define/mydata-consent.ts'),
  states: {
    notice: state('告知事項', 'The notice', { body: detail }),
    loading: state('讀取中', 'Loading', 'silent'),
    offline: state('沒有網路', 'No network', 'offline'),
    error: state('系統錯誤', 'Error', broken),
    unknown: state(
      '沒有這項服務',
      'Unknown service',
      refused(404, 'not-found', say('沒有這項服務。', 'There is no such service.')),
    ),
    soon: state('尚未開放', 'Not open yet', {
      body: { ...detail, opening: { state: 'soon', opensAt: '2099-01-01T00:00:00Z' } },
    }),
    closed: state('已截止', 'Closed', {
      body: { ...detail, opening: { state: 'closed', closesAt: '2026-01-01T00:00:00Z' } },
    }),
    suspended: state('MyData 暫停', 'MyData suspended', {
      body: { ...detail, asked: none, mydata: { state: 'suspended', since: '2026-11-01T00:00:00Z' } },
    }),
  },
};
