/** An error as who asked can use it: a page for people of the staff, JSON for everything else. */
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { wantsPage } from '../accounts/session.ts';
import type { RenderError } from '../http/errors.ts';
import { isStaffPath } from './addresses.ts';
import type { County } from './county.ts';
import { renderCountyError } from './errors.ts';
import { errorView } from './staff/views/home.ts';

/** A page where somebody of the staff asked for one; JSON of the interface (`ApiError`) for everything else. */
export const renderError =
  ({ config, addresses }: Pick<County, 'config' | 'addresses'>): RenderError =>
  (c, error) => {
    if (!isStaffPath(addresses, c.req.path) || !wantsPage(c)) return renderCountyError(c, error);
    const view = errorView({ test: config.environment === 'test', title: '沒有完成', text: error.text['zh-Hant'] });
    return c.html(view, error.status as ContentfulStatusCode);
  };
