/** The console of the platform's people: pages behind a session with a second factor, and forms with its token. */
import { answers, form, inPath, inQuery, json, list, object, page, text, type Json } from '../openapi/parts.ts';

const csrf = { csrf: 'token of the session' };
const door = { 303: 'not signed in: to the sign-in page', 403: 'not this role, or a forged form' };

const shown = (operationId: string, summary: string, parameters: readonly Json[] = []): Json => ({
  operationId,
  summary,
  tags: ['console'],
  ...(parameters.length && { parameters }),
  responses: answers({ 200: 'page', ...door }, { 200: page }),
});

const done = (
  operationId: string,
  summary: string,
  fields: { readonly [name: string]: string } = {},
  parameters: readonly Json[] = [],
): Json => ({
  operationId,
  summary,
  tags: ['console'],
  ...(parameters.length && { parameters }),
  requestBody: form({ ...csrf, ...fields }),
  responses: answers({ 200: 'page', ...door, 422: 'the form again, with what is wrong' }),
});

const day = (name: string): Json => inQuery(name, 'YYYY-MM-DD, Taiwan', false);
const filter = [
  day('from'),
  day('until'),
  ...['client', 'dataset', 'code', 'tx', 'below'].map((name) => inQuery(name, 'filter', false)),
];
const id = inPath('id', 'id');
const dataset = inPath('id', 'id of the dataset');
const secret = inPath('secret', 'the link’s secret: one use, 72 hours');
const format = { format: 'csv or ndjson' };

/** `/operator…` save organisations, services and registry accounts, which the register describes. */
export const operatorPaths = (): Json => ({
  '/operator': { get: shown('console', 'What waits, what is down, what falls due') },
  '/operator/sign-in': {
    get: shown('consoleSignInPage', 'Sign-in page', [inQuery('next', 'where to go afterwards', false)]),
    post: {
      operationId: 'consoleSignIn',
      summary: 'Sign in with password and code (RFC 6238)',
      tags: ['console'],
      requestBody: form({ login: 'login name', password: 'password', code: 'six digits', next: 'page' }, [
        'login',
        'password',
        'code',
      ]),
      responses: answers({ 303: 'signed in', 422: 'wrong', 429: 'too many tries; Retry-After in seconds' }),
    },
  },
  '/operator/sign-out': { post: done('consoleSignOut', 'End this session') },
  '/operator/sign-out-everywhere': { post: done('consoleSignOutEverywhere', 'End all sessions of this account') },
  '/operator/account': { get: shown('ownAccount', 'One’s own account') },
  '/operator/account/password': {
    post: done('changePassword', 'Another password; all sessions of the account end but this browser’s', {
      current: 'the one before',
      password: '12 characters or more',
      repeated: 'again',
      code: 'six digits',
    }),
  },
  '/operator/invitation/{secret}': {
    get: shown('invitation', 'Make an account: password and second factor', [secret]),
    post: done(
      'acceptInvitation',
      'Make the account, and sign in',
      { login: 'login name', password: '12 characters or more', repeated: 'again', code: 'six digits' },
      [secret],
    ),
  },
  '/operator/accounts': {
    get: shown('accounts', 'Accounts'),
    post: done('inviteStaff', 'Make a one-time link', { name: 'name', role: 'role', organisation: 'of a provider' }),
  },
  '/operator/accounts/{id}/renew': { post: done('renewAccount', 'A link for a new password and factor', {}, [id]) },
  '/operator/accounts/{id}/close': { post: done('closeAccount', 'Close an account', {}, [id]) },
  '/operator/datasets': { get: shown('datasets', 'Datasets, heartbeat, maintenance') },
  '/operator/datasets/{id}': {
    get: shown('datasetProvider', 'The server behind a dataset, its last heartbeat', [dataset]),
  },
  '/operator/datasets/{id}/provider': {
    post: done(
      'setProvider',
      'A server of the agency’s own for the dataset',
      {
        url: 'whole address of the DP-API',
        method: 'GET or POST',
        token: 'bearer or bare',
        dates: 'yyyy/MM/dd or yyyy-MM-dd',
        secret: 'resource_secret; empty: as it is',
        headers: 'name: value, a line each; without a value: as it is',
        heartbeatUrl: 'empty: url with heartbeat=true',
        ca: 'PEM',
        crl: 'PEM',
        agency: 'attribute=text, a line each',
        reason: 'why',
      },
      [dataset],
    ),
  },
  '/operator/datasets/{id}/provider/remove': {
    post: done('removeProvider', 'Back to the reference provider', { reason: 'why' }, [dataset]),
  },
  '/operator/datasets/{id}/heartbeat': { post: done('askHeartbeat', 'Ask for the heartbeat now', {}, [dataset]) },
  '/operator/maintenances': {
    post: done('announceMaintenance', 'Announce maintenance: 30 days before for datasets, 15 for the platform', {
      resources: 'dataset ids; none: the platform',
      from: 'YYYY-MM-DDThh:mm, Taiwan',
      until: 'YYYY-MM-DDThh:mm, Taiwan',
      words: 'what residents read',
      emergency: 'why at once',
    }),
  },
  '/operator/maintenances/{id}/withdraw': {
    post: done('withdrawMaintenance', 'Withdraw a notice', { reason: 'why' }, [id]),
  },
  '/operator/transfers': { get: shown('transfers', 'Search the transfer records', filter) },
  '/operator/transfers/{tx}': { get: shown('transfer', 'One transfer and its events', [inPath('tx', 'tx_id')]) },
  '/operator/transfers/export': { post: done('exportTransfers', 'The records found, as a file', format) },
  '/operator/transfers/person': {
    get: shown('personTransfersPage', 'Ask for one person’s records'),
    post: done('personTransfers', 'One person’s records; recorded', { nationalId: 'national id', reason: 'why' }),
  },
  '/operator/audits': {
    get: shown('audits', 'Yearly audits'),
    post: done('askForAudit', 'Ask for an audit before its time', { who: 'organisation', year: 'of our era' }),
  },
  '/operator/audits/{id}': {
    get: shown('audit', 'One audit', [id]),
    post: done('handInAudit', 'Hand in the report; the file is a PDF of at most 5 MB', { summary: 'summary' }, [id]),
  },
  '/operator/audits/{id}/report.pdf': { get: shown('auditReport', 'The report', [id]) },
  '/operator/actions': {
    get: shown('staffActions', 'What the staff did', [
      day('from'),
      day('until'),
      inQuery('verb', 'kind of action', false),
      inQuery('who', 'account id', false),
      inQuery('before', 'number', false),
    ]),
  },
  '/operator/actions/export': { post: done('exportStaffActions', 'The actions found, as a file', format) },
});

/** Only for the test environment's document: secrets of invented people. */
export const sandboxStaffPaths = (): Json => ({
  '/sandbox/staff': {
    get: {
      operationId: 'sandboxStaff',
      summary: 'The invented staff, with password, key of the second factor and the code of this moment',
      tags: ['sandbox'],
      responses: answers(
        { 200: 'staff' },
        { 200: json(list(object({ login: text, password: text, totpSecret: text, code: text }, ['login']))) },
      ),
    },
  },
});
