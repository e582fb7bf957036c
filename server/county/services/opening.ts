/** When a service takes applications. Who has begun may finish; nothing new is begun outside of the times. */
import { HttpError } from '../../http/errors.ts';
import type { Opening } from '#schemas/wire/county-api.ts';
import type { Clock } from '../../context.ts';
import type { CountyService } from './county-service.ts';

/**
 * `soon` without a time: its registration is not done yet. The opening is the first moment that counts, the closing the
 * first that does not.
 */
export function openingOf({ schedule, closed }: Pick<CountyService, 'schedule' | 'closed'>, clock: Clock): Opening {
  // Nothing of it is registered yet: it opens when that is done.
  if (closed) return { state: 'soon' };
  const now = clock.now().toISOString();
  const { opensAt, closesAt } = schedule;
  const state =
    closesAt !== undefined && closesAt <= now ? 'closed' : opensAt !== undefined && opensAt > now ? 'soon' : 'open';
  return { state, ...schedule };
}

const day = (time: string): { readonly zh: string; readonly en: string } => {
  const date = new Date(time);
  const zh = new Intl.DateTimeFormat('zh-TW-u-ca-roc', {
    timeZone: 'Asia/Taipei',
    dateStyle: 'long',
    timeStyle: 'short',
  });
  const en = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Taipei', dateStyle: 'long', timeStyle: 'short' });
  return { zh: zh.format(date), en: en.format(date) };
};

/** @throws 403 `service-closed` */
export function requireOpen(service: CountyService, clock: Clock): void {
  const { state, opensAt, closesAt } = openingOf(service, clock);
  if (state === 'open') return;
  if (state === 'soon' && opensAt === undefined)
    throw new HttpError(403, 'service-closed', {
      'zh-Hant': '這項服務正在準備，還沒有開放線上申請。需要辦理時，請洽承辦單位。',
      en: 'This service is being prepared and not open yet. Please ask the office in charge.',
    });
  const at = day((state === 'soon' ? opensAt : closesAt) ?? '');
  throw new HttpError(
    403,
    'service-closed',
    state === 'soon'
      ? {
          'zh-Hant': `這項服務還沒有開放，${at.zh} 開始受理。`,
          en: `This service is not open yet. It opens on ${at.en}.`,
        }
      : {
          'zh-Hant': `這項服務已於 ${at.zh} 截止，目前不受理新的申請。如有疑問，請洽承辦單位。`,
          en: `This service closed on ${at.en} and takes no new applications. Please ask the office in charge.`,
        },
  );
}
