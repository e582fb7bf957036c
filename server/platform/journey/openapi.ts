/** The resident's screens and forms. */
import { answers, form, inHeader, inPath, inQuery, json, object, page, text, type Json } from '../openapi/parts.ts';

const journeyId = inPath('id', 'journey; only the browser that began it may see it (cookie)');
const withdrawalKey = [inPath('journey', 'journey'), inPath('key', 'from the notice; the right to withdraw')];
const csrf = 'from the page';
const afterPost = {
  303: 'to the next screen, or back to the service provider when the journey is over',
  403: 'forged or outdated form',
  404: 'no such journey in this browser',
};

function journeyPost(
  operationId: string,
  summary: string,
  fields: { readonly [name: string]: string },
  more: { readonly [status: string]: string } = {},
  required?: readonly string[],
): Json {
  return {
    post: {
      operationId,
      summary,
      tags: ['journey'],
      parameters: [journeyId],
      requestBody: form({ csrf, ...fields }, required && ['csrf', ...required]),
      responses: answers({ ...afterPost, ...more }),
    },
  };
}

const person = {
  nationalId: 'national id',
  birthdayYear: 'year of the Republic, or A.D. in four digits',
  birthdayMonth: 'month',
  birthdayDay: 'day',
  birthday: 'in their place: the whole day in any style, such as 0690101',
};
const card = {
  challenge: 'as the page gave it',
  certificate: 'PEM, or Base64 of DER',
  signature: 'Base64 of RSA-SHA256 over the text of the challenge',
};

/** → the OpenAPI paths below `/journey` and `/withdraw` */
export const journeyPaths = (): Json => ({
  '/journey/{id}': {
    get: {
      operationId: 'resumeJourney',
      summary: 'To the screen where the journey is',
      tags: ['journey'],
      parameters: [journeyId],
      responses: answers({ 303: 'to the screen' }),
    },
  },
  '/journey/{id}/progress': {
    get: {
      operationId: 'journeyProgress',
      summary: 'Which screen is next, for a page that waits',
      tags: ['journey'],
      parameters: [journeyId],
      responses: answers(
        { 200: 'screen', 404: 'no such journey in this browser' },
        { 200: json(object({ screen: text })) },
      ),
    },
  },
  '/journey/{id}/events': {
    get: {
      operationId: 'journeyEvents',
      summary:
        'How far each dataset is, live: events `progress` (datasets: id, state, until, text) and `moved` (load anew)',
      tags: ['journey'],
      parameters: [journeyId, inHeader('Last-Event-ID', 'of the last event had: only what is new is told', false)],
      responses: answers(
        { 200: 'server-sent events', 404: 'no such journey in this browser' },
        { 200: { 'text/event-stream': { schema: text } } },
      ),
    },
  },
  '/journey/{id}/{screen}': {
    get: {
      operationId: 'showScreen',
      summary:
        'A screen: facts, terms, identity (?method=), passkey, parameters, fetching, later, preview, consent, delivering',
      tags: ['journey'],
      parameters: [
        journeyId,
        inPath('screen', 'another than the current one leads there'),
        inQuery('method', 'identity method', false),
      ],
      responses: answers(
        {
          200: 'page',
          303: 'to the current screen, or back to the service provider',
          404: 'no such journey in this browser',
        },
        { 200: page },
      ),
    },
  },
  '/journey/{id}/facts': journeyPost('leaveFacts', 'On to the terms', {}),
  '/journey/{id}/terms': journeyPost('acceptTerms', 'On to identity', { agree: 'yes' }, { 422: 'not ticked' }),
  '/journey/{id}/identity': journeyPost(
    'proveIdentity',
    'Proves identity; method decides which further fields are read',
    {
      method: 'citizen-certificate, tw-fido, nhi-card or two-document',
      ...person,
      ...card,
      credential: 'AuthenticationResponseJSON',
      nhiNumber: '12 digits',
      nhiPassword: 'password',
      householdNumber: 'household number',
    },
    {
      400: 'method not offered',
      422: 'what was given does not fit',
      429: 'too many wrong tries; Retry-After in seconds',
    },
    ['method', 'nationalId'],
  ),
  '/journey/{id}/passkey/proof': journeyPost(
    'proveForBinding',
    'Citizen certificate, before a passkey is bound',
    { ...person, ...card },
    { 422: 'what was given does not fit', 429: 'too many wrong tries; Retry-After in seconds' },
  ),
  '/journey/{id}/passkey': journeyPost(
    'bindPasskey',
    'Binds a new passkey',
    { challenge: 'as the page gave it', credential: 'RegistrationResponseJSON' },
    { 422: 'what was given does not fit' },
  ),
  '/journey/{id}/parameters': journeyPost(
    'answerParameters',
    'What the datasets ask: one field per question, named p-{dataset, its dot a dash}-{parameter}',
    {},
    { 422: 'an answer is missing or malformed; the page says which' },
  ),
  '/journey/{id}/later': journeyPost('leaveEarly', 'From fetching to consent before all is there', {}),
  '/journey/{id}/wait': journeyPost('waitAfterAll', 'Back from there to fetching', {}),
  '/journey/{id}/preview': journeyPost('leavePreview', 'On to consent', {}),
  '/journey/{id}/consent': journeyPost('decide', 'Consents or refuses, at consent and at later', {
    words: 'hash of the words shown',
    decision: 'agree or refuse',
  }),
  '/journey/{id}/cancel': journeyPost('cancelJourney', 'Leaves with code 205', {}),
  '/journey/{id}/stay': journeyPost('stay', 'Is still there', {}, { 204: 'time counts anew' }),
  '/withdraw/{journey}/{key}': {
    get: {
      operationId: 'showWithdrawal',
      summary: 'Page of the link in the notice that a delivery is waited for',
      tags: ['journey'],
      parameters: withdrawalKey,
      responses: answers({ 200: 'page', 404: 'unknown link' }, { 200: page }),
    },
    post: {
      operationId: 'withdrawConsent',
      summary: 'Takes the consent to later delivery back, until it is delivered',
      tags: ['journey'],
      parameters: withdrawalKey,
      responses: answers({ 303: 'to the page, which tells what has become of it', 404: 'unknown link' }),
    },
  },
});
