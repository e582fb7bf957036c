/** Who is at the portal: somebody of an organisation that has joined, and a service of that organisation. */
import type { Context } from 'hono';
import { requireStaffCsrf } from '../../accounts/session.ts';
import { HttpError } from '../../http/errors.ts';
import type { Platform } from '../platform.ts';
import type { FormBody } from './read-form.ts';
import { requireStaff, type Role, type Staff } from '../staff/session.ts';
import type { Organisation, RegisteredService } from '../storage.ts';
import type { Html } from '../site/views/page.ts';

const own: readonly Role[] = ['service-provider'];

export interface Provider {
  readonly staff: Staff;
  readonly organisation: Organisation;
}

/** Somebody of an organisation that has joined. */
export async function requireProvider(platform: Platform, c: Context): Promise<Provider> {
  const staff = await requireStaff(platform, c, own);
  const organisation = staff.organisationId ? await platform.storage.organisation(staff.organisationId) : undefined;
  if (organisation?.state === 'joined') return { staff, organisation };
  throw new HttpError(403, 'organisation-not-joined', {
    'zh-Hant': '您的帳號所屬的機關還沒有加入本平臺。請與平臺的維運人員聯絡。',
    en: 'The organisation of your account has not joined.',
  });
}

/** As `requireProvider`, for a form that was sent. */
export async function requireProviderForm(
  platform: Platform,
  c: Context,
): Promise<Provider & { readonly body: FormBody }> {
  const provider = await requireProvider(platform, c);
  const body: FormBody = await c.req.parseBody({ all: true });
  requireStaffCsrf(provider.staff, [body['csrf']].flat()[0]);
  return { ...provider, body };
}

/**
 * The service that `:id` of the address names.
 * @throws 404 `service-unknown`, for another organisation's too
 */
export async function ownService(
  { storage }: Platform,
  c: Context,
  { organisation }: Provider,
): Promise<RegisteredService> {
  const service = await storage.service(c.req.param('id') ?? '');
  if (service?.organisationId === organisation.id) return service;
  throw new HttpError(404, 'service-unknown', {
    'zh-Hant': '找不到這個服務。請從「我的服務」重新選擇。',
    en: 'There is no such service of yours.',
  });
}

/** Shown once: no cache may keep it. */
export function secretPage(c: Context, view: Html): Response | Promise<Response> {
  c.header('cache-control', 'no-store');
  return c.html(view);
}
