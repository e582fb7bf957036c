/** `GET /service/data`, and what is in it. */
import { randomUUID } from 'node:crypto';
import { CertificateError } from '#server/crypto/certificate-error.ts';
import { decodeBase64Url } from '#server/protocol/mydata-1/base64.ts';
import { PackageError } from '#server/protocol/mydata-1/errors.ts';
import { verifyInner } from '#server/protocol/mydata-1/inner-zip.ts';
import { readOuter, type OuterEntry } from '#server/protocol/mydata-1/outer-zip.ts';
import { Ended, expect, failed, passed, skipped, type Check } from '../../check.ts';
import { delivered, fetched, getService, type Fetched, type PlatformContext } from '../context.ts';

const dataUrl = 'application/zip;data:';

function zipIn({ envelope }: Fetched): Buffer {
  const zip = typeof envelope.data === 'string' ? decodeBase64Url(envelope.data.slice(dataUrl.length)) : undefined;
  expect(zip?.length, 'data 不是 Base64URL', 'data is no Base64URL');
  return zip;
}

function outerOf(got: Fetched): readonly OuterEntry[] {
  try {
    return readOuter(zipIn(got));
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    throw new Ended(failed(`外層壓縮檔不符:${error.message}`, `the outer zip is not right: ${error.message}`));
  }
}

export const dataChecks: readonly Check<PlatformContext>[] = [
  {
    id: 'platform.data-no-ticket',
    title: { 'zh-Hant': '取資料沒有 permission_ticket:400', en: 'data without permission_ticket: 400' },
    clause: 'interface 1.12',
    weight: 'must',
    async run(context) {
      const { status } = await getService(context, 'data');
      expect(status === 400, `得到 ${status}`, `it is ${status}`);
      return passed;
    },
  },
  {
    id: 'platform.data-unknown-ticket',
    title: {
      'zh-Hant': '不認識的 permission_ticket:403,沒有內容',
      en: 'an unknown permission_ticket: 403, without a body',
    },
    clause: 'interface 1.12',
    weight: 'must',
    async run(context) {
      const { status, bytes } = await getService(context, 'data', { permission_ticket: randomUUID() });
      expect(status === 403, `得到 ${status}`, `it is ${status}`);
      expect(!bytes.length, '卻有內容', 'there is a body');
      return passed;
    },
  },
  {
    id: 'platform.data-other-tx-id',
    title: { 'zh-Hant': 'tx_id 標頭是別筆的:403', en: 'the header tx_id of another transaction: 403' },
    clause: 'interface 1.12',
    weight: 'must',
    async run(context) {
      const { ticket } = await delivered(context);
      const { status } = await getService(context, 'data', { permission_ticket: ticket, tx_id: randomUUID() });
      expect(status === 403, `得到 ${status}`, `it is ${status}`);
      return passed;
    },
  },
  {
    id: 'platform.data-address',
    title: { 'zh-Hant': '呼叫位址沒有登錄:401', en: 'a caller address that is not registered: 401' },
    clause: 'interface 1.12',
    weight: 'must',
    run: async () =>
      skipped(
        '需要從沒有登錄的位址取資料:請在另一臺機器以同一張 permission_ticket 呼叫 GET /service/data,應得到 401',
        'by hand: call GET /service/data with a ticket from a machine whose address is not registered; 401 is due',
      ),
  },
  {
    id: 'platform.data-jwe',
    title: {
      'zh-Hant': '資料是 compact JWE(A256KW 與 A256CBC-HS512,或 A256GCMKW 與 A256GCM),Content-Type 是 application/jwe',
      en: 'data is a compact JWE, A256KW with A256CBC-HS512 or A256GCMKW with A256GCM, of type application/jwe',
    },
    clause: 'interface 3',
    weight: 'must',
    async run(context) {
      const { answer, header } = await fetched(context);
      const type = answer.headers.get('content-type') ?? '';
      expect(/^application\/jwe\b/i.test(type), `Content-Type 是 ${type}`, `Content-Type is ${type}`);
      const pair = `${String(header['alg'])}/${String(header['enc'])}`;
      const known = ['A256KW/A256CBC-HS512', 'A256GCMKW/A256GCM'];
      expect(known.includes(pair), `是 ${pair}`, `it is ${pair}`);
      return passed;
    },
  },
  {
    id: 'platform.data-iv',
    title: {
      'zh-Hant': 'JWE 的 IV 是登錄的 cbc_iv(有的用戶端只收這個)',
      en: 'the JWE’s IV is the registered cbc_iv: one client refuses any other',
    },
    clause: 'interface 3',
    weight: 'should',
    async run(context) {
      const { jwe, header } = await fetched(context);
      if (header['enc'] !== 'A256CBC-HS512') return skipped('GCM 的 IV 是 12 位元組', 'IVs of GCM have 12 bytes');
      const iv = Buffer.from(jwe.split('.')[2]!, 'base64url').toString('latin1');
      expect(iv === context.client.cbcIv, '是別的 IV', 'it is another IV');
      return passed;
    },
  },
  {
    id: 'platform.data-envelope',
    title: {
      'zh-Hant': '內容是 {"filename":"{client_id}.zip","data":"application/zip;data:…"}',
      en: 'inside is {"filename":"{client_id}.zip","data":"application/zip;data:…"}',
    },
    clause: 'interface 3',
    weight: 'must',
    async run(context) {
      const got = await fetched(context);
      const { filename, data } = got.envelope;
      expect(filename === `${context.client.clientId}.zip`, 'filename 不符', 'filename is another');
      expect(
        typeof data === 'string' && data.startsWith(dataUrl),
        `data 不是以 ${dataUrl} 開頭`,
        `data does not begin with ${dataUrl}`,
      );
      zipIn(got);
      return passed;
    },
  },
  {
    id: 'platform.data-padding',
    title: {
      'zh-Hant': 'Base64URL 有填充字元(有的用戶端不收沒有的)',
      en: 'the Base64URL is padded: one client cannot read it without',
    },
    clause: 'interface 3',
    weight: 'should',
    async run(context) {
      const { envelope } = await fetched(context);
      const length = String(envelope.data).length - dataUrl.length;
      expect(length % 4 === 0, '沒有填充', 'it is not padded');
      return passed;
    },
  },
  {
    id: 'platform.data-outer',
    title: {
      'zh-Hant': '外層清單列出每個要求的資料集,代碼 200 有檔案,204 沒有',
      en: 'the outer manifest lists each dataset asked for; code 200 has a file, 204 has none',
    },
    clause: 'interface 3',
    weight: 'must',
    async run(context) {
      const entries = outerOf(await fetched(context));
      const ids = entries.map(({ resourceId }) => resourceId);
      const missing = context.resources.filter((id) => !ids.includes(id));
      expect(!missing.length, `清單沒有 ${missing.join('、')}`, `the manifest lacks ${missing.join(', ')}`);
      const odd = entries.find(({ code }) => code !== 200 && code !== 204);
      expect(!odd, `${odd?.resourceId} 的代碼是 ${odd?.code}`, `the code of ${odd?.resourceId} is ${odd?.code}`);
      return passed;
    },
  },
  {
    id: 'platform.data-inner',
    title: {
      'zh-Hant': '每個資料包通過手冊的四個步驟:憑證、公鑰、清單簽章、檔案摘要',
      en: 'each package passes the handbook’s four steps: certificate, public key, manifest signature, digests',
    },
    clause: 'handbook 資料包驗證四步驟, interface 3',
    weight: 'must',
    async run(context) {
      if (!context.anchors) return skipped('請以 --ca 提供信任的憑證機構', 'give the trusted authorities with --ca');
      const entries = outerOf(await fetched(context)).filter(({ zip }) => zip);
      if (!entries.length) return skipped('測試民眾沒有任何資料', 'no record is held of the test person');
      for (const { resourceId, zip } of entries) {
        try {
          verifyInner(zip!, { anchors: context.anchors, now: context.tools.now() });
        } catch (error) {
          if (!(error instanceof PackageError || error instanceof CertificateError)) throw error;
          const step = error instanceof PackageError ? error.step : 'certificate';
          return failed(
            `${resourceId} 在 ${step} 不符:${error.message}`,
            `${resourceId} fails at ${step}: ${error.message}`,
          );
        }
      }
      return passed;
    },
  },
  {
    id: 'platform.data-once',
    title: { 'zh-Hant': '資料只能取一次,之後是 201,沒有內容', en: 'data is given once, then 201 without a body' },
    clause: 'interface 1.12',
    weight: 'must',
    async run(context) {
      await fetched(context);
      const { ticket } = await delivered(context);
      const { status, bytes } = await getService(context, 'data', { permission_ticket: ticket });
      expect(status === 201, `得到 ${status}`, `it is ${status}`);
      expect(!bytes.length, '卻有內容', 'there is a body');
      return passed;
    },
  },
];
