/** The line about registration in the list before publishing: never a reason not to publish, always where it leads. */
import type { PublishTask } from '../../../schemas/publish/task.ts';
import { askedOf } from '../../../schemas/services/asked.ts';
import type { FormDocument } from '../../../schemas/wire/builder-api.ts';
import type { County } from '../county.ts';
import { registrationView } from './view.ts';

const line = (code: string, level: PublishTask['level'], zh: string, en: string): readonly PublishTask[] => [
  { code, group: 'registration', level, text: { 'zh-Hant': zh, en } },
];

export function registrationTasks(
  { services }: Pick<County, 'services'>,
  document: FormDocument,
): readonly PublishTask[] {
  const live = services.get(document.service.id);
  const { state, words = [], gaps = [] } = registrationView(live, askedOf(document));
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
      return gaps.length
        ? line(
            'registration-asks-more',
            'warns',
            `比 MyData 已登錄的多要求：${gaps.map((text) => text['zh-Hant']).join('；')}。發布後會送登錄，通過前民眾看到的是現在的版本。`,
            `Asks more than is registered at MyData (${gaps.map(({ en }) => en).join('; ')}). Until that is agreed to, residents see the present version.`,
          )
        : line(
            'registration-missing',
            'warns',
            '還沒有在 MyData 平臺登錄：發布後會送登錄，完成前民眾要自己填寫。',
            'Not registered at MyData yet: until it is, residents fill it in by hand.',
          );
  }
}
