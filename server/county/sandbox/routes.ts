/** What a clerk would see, as JSON, for trying things out. Exists in the test environment only. */
import { Hono } from 'hono';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';
import type { ApplicationContents } from '../applications/application-contents.ts';
import { applicationFiles } from '../drafts/files.ts';
import { sandboxStaffNow } from '../staff/sandbox-staff.ts';
import { countyEvents } from '../journeys/transfer-events.ts';

/**
 * `/sandbox/…` for anybody, no sign-in: applications opened with all their contents, invented staff with passwords and
 * codes, transfer records. Never mounted in a live installation.
 */
export function sandboxRoutes(county: County): Hono {
  const sandbox = new Hono();

  sandbox.get('/applications', async (c) =>
    c.json({
      applications: (await county.storage.applications()).map(
        ({ number, service, formVersion, status, submittedAt }) => ({
          applicationNo: number,
          service,
          serviceName: county.services.get(service)?.service.name,
          formVersion,
          status,
          submittedAt,
        }),
      ),
    }),
  );

  sandbox.get('/applications/:number', async (c) => {
    const row = await county.storage.application(c.req.param('number'));
    if (!row) throw countyError('application-unknown');
    const contents = county.seals.openJson<ApplicationContents>('application', row.number, row.contents);
    return c.json({
      applicationNo: row.number,
      service: row.service,
      formVersion: row.formVersion,
      status: row.status,
      submittedAt: row.submittedAt,
      history: row.history,
      ...contents,
      files: await applicationFiles(county, row.number),
    });
  });

  sandbox.get('/staff', async (c) => c.json({ staff: await sandboxStaffNow(county) }));

  sandbox.get('/transfers', async (c) =>
    c.json({
      transfers: (await county.storage.transferRecords()).map((record) => ({
        ...record,
        meaning: countyEvents[record.event],
      })),
    }),
  );
  return sandbox;
}
