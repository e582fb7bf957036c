/** Shapes that the document names; their own contract is `schemas/wire/county-api.ts`. */
import { instant, object, ref, required, text, type Json } from './parts.ts';

const meantFor: Json = { ...text, description: 'The `id` of the draft that it is meant for.' };

export const schemas: Json = {
  Text: required({ 'zh-Hant': text, en: text }),
  ApiError: required({
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { type: 'string', description: 'Stable, kebab-case.' },
        message: ref('Text'),
        fields: {
          type: 'array',
          items: required({
            field: { type: 'string', description: 'Field id, or `group[2].inner`.' },
            keyword: text,
            message: ref('Text'),
          }),
        },
      },
    },
  }),
  ServiceSummary: required({
    id: text,
    name: ref('Text'),
    summary: ref('Text'),
    agency: ref('Text'),
    modes: { type: 'array', items: { enum: ['online', 'counter'] } },
    mydata: ref('MydataStanding'),
  }),
  MydataStanding: {
    type: 'object',
    description: 'Whether MyData can be used now; in the last three the form is filled in by hand.',
    required: ['state'],
    properties: {
      state: { enum: ['offered', 'not-used', 'not-registered', 'suspended', 'ended'] },
      since: instant,
    },
  },
  ServiceDetail: {
    ...required({
      id: text,
      formVersion: { type: 'integer' },
      asked: object,
      mydata: ref('MydataStanding'),
      platformName: ref('Text'),
      platformOrigin: text,
      manualUrl: text,
    }),
    description: 'The service as its version says, and what it asks of MyData; nothing while that can not be had.',
  },
  StartJourney: {
    type: 'object',
    required: ['nationalId', 'chosen'],
    properties: {
      nationalId: text,
      chosen: { type: 'array', items: text, description: 'One dataset of each group that lets the resident choose.' },
      formVersion: {
        type: 'integer',
        description: 'Of the notice that was read. Where another version came meanwhile: 409 `notice-changed`.',
      },
    },
  },
  DraftView: {
    ...required({
      service: text,
      form: object,
      formVersion: { type: 'integer' },
      validatorUrl: text,
      answers: object,
      official: object,
      missing: object,
      officialRows: object,
      claims: object,
      pending: {
        type: 'array',
        items: text,
        description: 'Questions that a package still being prepared will answer.',
      },
      typedBefore: {
        ...object,
        description: 'What the resident typed where a differing official value stands now, which cannot be typed over.',
      },
      confirmed: {
        type: 'array',
        items: text,
        description: 'Official values that the resident has said are right or wrong.',
      },
      evidence: { type: 'array' },
      transfer: ref('TransferView'),
      consentUrl: text,
      revision: { type: 'integer' },
      draftUntil: instant,
    }),
    description:
      'Answers typed so far, and official values with their source. Values that the resident is to type are not in it. `id` says which draft it is, `files` which uploaded files are kept with it; neither is there before something is kept.',
  },
  TransferView: {
    type: 'object',
    required: ['status', 'noRecord'],
    properties: {
      status: { enum: ['none', 'started', 'fetching', 'preparing', 'filled', 'failed'] },
      code: {
        type: ['integer', 'string'],
        description: 'Of `failed`: the interface’s return code, `package`, or `expired` after eight hours.',
      },
      readyAbout: { ...instant, description: 'Of `preparing`: when it should be ready.' },
      until: { ...instant, description: 'Of `preparing`: when it is given up.' },
      waitsFor: { type: 'array', items: required({ id: text, name: ref('Text') }) },
      noRecord: { type: 'array', items: required({ id: text, name: ref('Text') }) },
      receivedAt: instant,
    },
  },
  DraftNews: {
    type: 'object',
    required: ['status', 'revision'],
    properties: { status: text, readyAbout: instant, revision: { type: 'integer' } },
  },
  SaveDraft: {
    type: 'object',
    required: ['answers', 'claims', 'revision'],
    properties: {
      draft: meantFor,
      answers: object,
      claims: object,
      confirmed: { type: 'array', items: text, description: 'Field ids, or `group[2].inner`; never the values.' },
      revision: { type: 'integer' },
    },
  },
  Saved: {
    ...required({ savedAt: instant, revision: { type: 'integer' } }),
    properties: { id: text, savedAt: instant, revision: { type: 'integer' }, draftUntil: instant },
  },
  Submit: {
    type: 'object',
    required: ['answers', 'claims', 'formVersion', 'revision'],
    properties: {
      draft: meantFor,
      answers: object,
      claims: object,
      formVersion: { type: 'integer' },
      revision: { type: 'integer' },
    },
  },
  SubmitResult: required({
    applicationNo: { type: 'string', pattern: '^[A-Z]{2}\\d{7}-\\d{7}$' },
    submittedAt: instant,
    processingDays: { type: 'integer' },
  }),
  UploadedFile: required({ id: text, name: text, size: { type: 'integer', description: 'Bytes.' }, type: text }),
  ProgressView: required({
    applicationNo: text,
    serviceName: ref('Text'),
    submittedAt: instant,
    status: { enum: ['received', 'reviewing', 'returned', 'decided'] },
    history: { type: 'array' },
    contact: object,
  }),
  Delivery: {
    type: 'object',
    description: 'Interface profile mydata-1, step 9. Either ticket and key, or `unable_to_deliver`.',
    required: ['tx_id'],
    properties: {
      tx_id: { type: 'string', format: 'uuid' },
      permission_ticket: { type: 'string', format: 'uuid' },
      secret_key: { type: 'string', description: 'Base64 of the encrypted key, 32 ASCII characters of any kind.' },
      apiKey: text,
      unable_to_deliver: { type: 'array', items: text },
    },
  },
};
