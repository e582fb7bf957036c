/** An error as who asked can use it: a page for people of the staff, JSON for everything else. */
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { wantsPage } from '../accounts/session.ts';
import type { RenderError } from '../http/errors.ts';
import type { County } from './county.ts';
import { renderCountyError } from './errors.ts';
import { errorView } from './staff/views/home.ts';

const staffPages = /^\/(staff|desk|builder)(\/|$)/;

export const renderError =
  ({ config }: Pick<County, 'config'>): RenderError =>
  (c, error) => {
    if (!staffPages.test(c.req.path) || !wantsPage(c)) return renderCountyError(c, error);
    const view = errorView({ test: config.environment === 'test', title: '沒有完成', text: error.text['zh-Hant'] });
    return c.html(view, error.status as ContentfulStatusCode);
  };
