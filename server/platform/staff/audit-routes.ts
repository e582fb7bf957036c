/** Yearly audits of providers: the list, one audit, handing in its report, reading the file. */
import type { Context, Hono } from 'hono';
import { recordAction } from '../../accounts/session.ts';
import { HttpError } from '../../http/errors.ts';
import type { Platform } from '../platform.ts';
import { askForAudit, audited, auditYears, handInAudit, isAuditOf } from './audits.ts';
import { staffForm, staffPage } from './form.ts';
import { everyRole, isOperator, type Role, type Staff } from './session.ts';
import { auditsView, auditView } from './views/audits.ts';

const doneTexts: Readonly<Record<string, string>> = {
  'handed-in': '稽核報告已經提交。',
  asked: '已經列入待提交。',
};

const writers: readonly Role[] = ['operator', 'service-provider'];

/**
 * `/operator/audits…` for every role; a service provider's people meet their own only, others are 404 `audit-unknown`.
 * Operators and service providers hand in, once (409 `audit-handed-in`); operators ask for one. Who reads a report is
 * recorded.
 */
export function operatorAuditRoutes(app: Hono, platform: Platform): void {
  const { storage, clock, config } = platform;
  const test = config.environment === 'test';
  const mayHandIn = (staff: Staff): boolean => staff.roles.some((role) => writers.includes(role));

  /** Another organisation's looks like none. */
  const ownAudit = async (c: Context, staff: Staff) => {
    const audit = await storage.audit(c.req.param('id') ?? '');
    if (!audit || !isAuditOf(staff, audit)) throw noAudit();
    return audit;
  };

  app.get(
    '/operator/audits',
    staffPage(platform, everyRole, async (c, staff) => {
      const audits = (await storage.audits()).filter((audit) => isAuditOf(staff, audit));
      const now = clock.now();
      const asking = isOperator(staff) ? { audited: await audited(platform), years: auditYears(now) } : undefined;
      return c.html(auditsView({ staff, test, now, audits, asking, done: doneTexts[c.req.query('done') ?? ''] }));
    }),
  );

  app.post(
    '/operator/audits',
    staffForm(platform, ['operator'], async (c, staff, form) => {
      const asked = await askForAudit(platform, staff, { who: form['who'] ?? '', year: Number(form['year']) });
      if (!asked) throw noSuchYear();
      return c.redirect('/operator/audits?done=asked', 303);
    }),
  );

  app.get(
    '/operator/audits/:id',
    staffPage(platform, everyRole, async (c, staff) => {
      const audit = await ownAudit(c, staff);
      return c.html(auditView({ staff, test, now: clock.now(), audit, mayHandIn: mayHandIn(staff) }));
    }),
  );

  app.post(
    '/operator/audits/:id',
    staffForm(platform, writers, async (c, staff, form, files) => {
      const audit = await ownAudit(c, staff);
      const file = files['file']?.size ? files['file'] : undefined;
      const summary = (form['summary'] ?? '').slice(0, 4000);
      const result = await handInAudit(platform, staff, audit, {
        summary,
        file: file && { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
      });
      if (result.kind === 'gone') throw alreadyThere();
      if (result.kind === 'handed-in') return c.redirect('/operator/audits?done=handed-in', 303);
      const { mistakes } = result;
      return c.html(auditView({ staff, test, now: clock.now(), audit, mayHandIn: true, summary, mistakes }), 422);
    }),
  );

  app.get(
    '/operator/audits/:id/report.pdf',
    staffPage(platform, everyRole, async (c, staff) => {
      const audit = await ownAudit(c, staff);
      const bytes = await storage.auditFile(audit.id);
      if (!bytes) throw noAudit();
      const object = `${audit.kind} ${audit.organisationId} ${audit.year}`;
      await storage.commit([recordAction(staff, { verb: 'read-audit-report', object }, clock.now())]);
      // Always saved, never opened in our origin.
      const name = encodeURIComponent(audit.fileName ?? 'report.pdf');
      return c.body(new Uint8Array(bytes), 200, {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="report.pdf"; filename*=UTF-8''${name}`,
      });
    }),
  );
}

const noSuchYear = (): HttpError =>
  new HttpError(422, 'audit-not-asked', {
    'zh-Hant': '請從清單選擇機關與年度。',
    en: 'Choose an organisation and a year from the lists.',
  });

const noAudit = (): HttpError =>
  new HttpError(404, 'audit-unknown', { 'zh-Hant': '找不到這份稽核。', en: 'There is no such audit.' });

const alreadyThere = (): HttpError =>
  new HttpError(409, 'audit-handed-in', {
    'zh-Hant': '這份稽核已經提交過，不能再修改。',
    en: 'This audit was handed in already.',
  });
