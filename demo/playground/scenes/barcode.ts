import { refused, say, type Answer, type Scene, type State } from './scene.ts';

const src = '/playground-calls/barcode.json';
const good = {
  serial: 'k7m2qx94',
  expiresAt: new Date(Date.now() + 5 * 60_000).toISOString(),
  service: say('敬老卡', 'Senior card'),
  agency: say('嘉義縣政府社會局', 'Chiayi County Social Affairs Bureau'),
};
const datasets = [say('個人戶籍資料', 'Household registration'), say('低收及中低收列冊資料', 'Low-income register')];
const fromSource = (zh: string, en: string, answer: Answer): State => ({
  name: say(zh, en),
  attributes: { src },
  calls: { [`GET ${src}`]: answer, [`POST ${src}`]: { body: { ...good, serial: 'p3wt8rzc' } } },
  give: (element) => Object.assign(element, { datasets }),
});
const shown = (zh: string, en: string, attributes: State['attributes'] = {}): State => ({
  name: say(zh, en),
  attributes: { serial: good.serial, 'expires-at': good.expiresAt, ...attributes },
});
const ended = (code: string): Answer => refused(410, code, say('條碼已失效。', 'The barcode is over.'));

export const barcode: Scene = {
  tag: 'mydata-barcode',
  load: () => import('#components/define/mydata-barcode.ts'),
  states: {
    shown: fromSource('有效', 'Good', { body: good }),
    qr: shown('QR 碼', 'QR code', { symbology: 'qr' }),
    code39: shown('Code 39', 'Code 39', { symbology: 'code39' }),
    wallet: shown('卡片', 'A card', { format: 'wallet' }),
    loading: fromSource('讀取中', 'Loading', 'silent'),
    expired: fromSource('已過期', 'Expired', ended('expired')),
    taken: fromSource('櫃檯已取用', 'Taken at the counter', ended('taken')),
    burnt: fromSource('已作廢', 'Burnt', ended('burnt')),
    elsewhere: fromSource(
      '在另一個裝置上',
      'On another device',
      refused(409, 'elsewhere', say('另一個裝置正在顯示。', 'Another device shows it.')),
    ),
    offline: fromSource('沒有網路', 'No network', 'offline'),
  },
};
