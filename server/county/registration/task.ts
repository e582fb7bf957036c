/** The line about registration in the list before publishing: never a reason not to publish, always where it leads. */
import type { PublishTask } from '#schemas/publish/task.ts';
import { askedOf } from '#schemas/services/asked.ts';
import type { FormDocument } from '#schemas/publish/form-document.ts';
import type { County } from '../county.ts';
import { isCovered } from './cover.ts';
import { registrationView } from './view.ts';

const line = (code: string, level: PublishTask['level'], zh: string, en: string): readonly PublishTask[] => [
  { code, group: 'registration', level, text: { 'zh-Hant': zh, en } },
];

/** What has to be done for it, once it is published. */
const ways = {
  platform: { 'zh-Hant': '發布後會自動送登錄', en: 'It is submitted by itself when it is published' },
  letter: {
    'zh-Hant': '發布後，請管理人員下載申請表，用印寄給平臺',
    en: 'When it is published, an administrator has to send the application to the platform',
  },
  file: {
    'zh-Hant': '請管理人員向平臺登錄，並更新設定檔',
    en: 'An administrator has to register it at the platform and put it in the file of clients',
  },
} as const;

/**
 * None where the form asks nothing of MyData, else one: `done` or `warns`. In the words of the register, or of the
 * answer to the letter, where there are some.
 */
export function registrationTasks(
  { services, registrar }: Pick<County, 'services' | 'registrar'>,
  document: FormDocument,
): readonly PublishTask[] {
  const live = services.get(document.service.id);
  const asked = askedOf(document);
  const { state, words = [], gaps = [] } = registrationView(live, asked);
  const way = ways[registrar?.by ?? 'file'];
  const said = words.join('；');
  switch (state) {
    case 'not-needed':
      return [];
    case 'registered':
      return line(
        'registration-covers',
        'done',
        '要求的內容都已在 MyData 平臺登錄，發布後立即上線。',
        'All that is asked is registered at MyData: it goes live when it is published.',
      );
    case 'suspended':
    case 'ended':
      return line(
        'registration-stopped',
        'warns',
        `MyData 平臺已停止這項服務${said && `（${said}）`}，民眾只能自己填寫。`,
        'The platform has stopped this service: residents fill it in by hand.',
      );
    case 'in-review':
      return line(
        'registration-in-review',
        'warns',
        'MyData 登錄送審中，通過後這些內容才會上線。',
        'The registration at MyData is in review; this goes live when it is agreed to.',
      );
    case 'returned':
    case 'refused':
      return line(
        'registration-returned',
        'warns',
        `MyData 平臺${state === 'returned' ? '要求補件' : '不同意'}${said && `：${said}`}`,
        'The platform has returned the registration; see what its reviewer says.',
      );
    case 'none':
      if (live && isCovered(live.known, asked))
        return line(
          'registration-no-keys',
          'warns',
          '要求的內容都已在 MyData 平臺登錄，但平臺的金鑰不在本系統：請管理人員在平臺更換金鑰，在那之前民眾要自己填寫。',
          'All that is asked is registered at MyData, but its keys are not here: an administrator has to change them at the platform. Until then residents fill it in by hand.',
        );
      // What residents see is the newest version that is covered, whoever covers it.
      return live && isCovered(live.known, live.asks)
        ? line(
            'registration-asks-more',
            'warns',
            `比 MyData 已登錄的多要求${gaps.length ? `：${gaps.map((text) => text['zh-Hant']).join('；')}` : ''}。${way['zh-Hant']}；通過前民眾看到的是現在的版本。`,
            `Asks more than is registered at MyData${gaps.length ? ` (${gaps.map(({ en }) => en).join('; ')})` : ''}. ${way.en}; until it is agreed to, residents see the present version.`,
          )
        : line(
            'registration-missing',
            'warns',
            `還沒有在 MyData 平臺登錄。${way['zh-Hant']}；完成前民眾要自己填寫。`,
            `Not registered at MyData yet. ${way.en}; until it is registered, residents fill it in by hand.`,
          );
  }
}
