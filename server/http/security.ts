/**
 * The headers that every page and answer of the three parties carries. One policy, no `unsafe-*`, no inline script or
 * style; a page can't be framed and runs no script that is not its own origin's file.
 */
import type { Context, MiddlewareHandler } from 'hono';

export interface PolicyOptions {
  /** Origins besides our own to which a form's answer may redirect (Chromium applies `form-action` to redirects too). */
  readonly formAction?: readonly string[];
  /** Names of Trusted Types policies that the page's own code makes, e.g. `lit-html`. None unless named. */
  readonly trustedTypes?: readonly string[];
}

export interface SecurityOptions extends PolicyOptions {
  /** The public address begins with https: then HSTS is sent as well. */
  readonly https?: boolean;
}

const originPattern = /^https?:\/\/[A-Za-z0-9.[\]:-]+$/;
const policyNamePattern = /^[A-Za-z0-9\-#=_/@.%]+$/;

/** The Content-Security-Policy as one line. Throws when an option could smuggle in another directive. */
export function contentSecurityPolicy({ formAction = [], trustedTypes = [] }: PolicyOptions = {}): string {
  for (const origin of formAction)
    if (!originPattern.test(origin)) throw new Error(`form-action: not an origin: ${origin}`);
  for (const name of trustedTypes)
    if (!policyNamePattern.test(name)) throw new Error(`trusted-types: not a name: ${name}`);
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    `form-action ${["'self'", ...formAction].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes.length ? trustedTypes.join(' ') : "'none'"}`,
  ].join('; ');
}

/** Of a party behind https: a year, and for what is below its host too (RFC 6797). */
export const strictTransport = 'max-age=31536000; includeSubDomains';

/**
 * `Referrer-Policy: same-origin` and not `no-referrer`: under the latter browsers send `Origin: null` with a form's
 * POST, and the same-origin check could not tell our own form from another site's.
 */
export const fixedHeaders: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), publickey-credentials-get=(self), publickey-credentials-create=(self)',
};

/** Nothing of it runs, and it has no origin: for files that came from outside, opened or saved. */
const filePolicy = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox";

/** What a browser itself shows as letters or as a picture; all else it would open with a program, so it is only saved. */
const shown = /^(text\/(plain|csv)|application\/json|image\/(png|jpeg))\b/;

/** Pages' own parts are no files; whatever a route calls a file is, and whatever no page is made of. */
const ofPages = /^(text\/(html|css|javascript|event-stream|plain)|application\/([\w.-]+\+)?json|image\/|font\/)/;

function holdFile({ headers }: Response): void {
  const type = headers.get('content-type') ?? '';
  const how = headers.get('content-disposition');
  if (how === null && (!type || ofPages.test(type))) return;
  headers.set('content-security-policy', filePolicy);
  if (!shown.test(type)) headers.set('content-disposition', (how ?? 'attachment').replace(/^\s*[^;]*/, 'attachment'));
}

/** For one page that uses the camera. */
export const allowCamera = (c: Context): void => c.set('camera', true);

/** Sets the headers that the route has not set itself. Put it first. */
export function securityHeaders(options: SecurityOptions = {}): MiddlewareHandler {
  const policy = contentSecurityPolicy(options);
  return async function setSecurityHeaders(c, next) {
    await next();
    for (const [name, value] of Object.entries(fixedHeaders)) c.res.headers.set(name, value);
    if (c.get('camera') === true)
      c.res.headers.set(
        'permissions-policy',
        fixedHeaders['permissions-policy']!.replace('camera=()', 'camera=(self)'),
      );
    holdFile(c.res);
    if (!c.res.headers.has('content-security-policy')) c.res.headers.set('content-security-policy', policy);
    if (options.https) c.res.headers.set('strict-transport-security', strictTransport);
    // What is not said to be public is kept nowhere.
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  };
}

/** Where somebody signs out: what the browser kept of our pages goes, so that going back shows none of them. */
export const forgetPages = (c: Context): void => c.header('clear-site-data', '"cache"');

/** For one page whose forms lead back to another party. */
export function setPolicy(c: Context, options: PolicyOptions): void {
  c.header('content-security-policy', contentSecurityPolicy(options));
}
