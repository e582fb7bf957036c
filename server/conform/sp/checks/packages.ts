/** Which packages are believed. Every observed form is, and nothing that fails one of the handbook's four steps. */
import { failed, passed, skipped, type Check } from '../../check.ts';
import { dueFor, rowsOf, sendPackage, newJourney, verdictOf, type Making, type SpContext } from '../context.ts';
import type { Signers } from '../trust.ts';
import { decodeResources } from '#server/protocol/mydata-1/resources.ts';

const steps = 'handbook 資料包驗證四步驟, interface 3';

type Title = Check<SpContext>['title'];

const accepts = (
  name: string,
  zh: string,
  en: string,
  making: (signers: Signers) => Making,
  weight: 'must' | 'should' = 'must',
): Check<SpContext> => ({
  id: `sp.accepts-${name}`,
  title: { 'zh-Hant': `收下${zh}`, en: `takes ${en}` },
  clause: 'interface 3',
  weight,
  run: async (context) => dueFor(context, 'accepted', making(await context.signers())),
});

const refuses = (
  name: string,
  zh: string,
  en: string,
  making: (signers: Signers) => Making,
  clause = steps,
): Check<SpContext> => ({
  id: `sp.refuses-${name}`,
  title: { 'zh-Hant': `拒絕${zh}`, en: `refuses ${en}` } satisfies Title,
  clause,
  weight: 'must',
  run: async (context) => dueFor(context, 'refused', making(await context.signers())),
});

const first: Check<SpContext> = {
  id: 'sp.accepts-package',
  title: { 'zh-Hant': '收下正確的資料包', en: 'takes a right package' },
  clause: steps,
  weight: 'must',
  async run(context) {
    const verdict = await verdictOf(context, await sendPackage(context));
    context.confirms = verdict !== undefined;
    if (verdict === 'refused')
      return failed(
        '正確的資料包被拒絕;請確認網站信任 --pki 資料夾裡的 ca.pem',
        'a right package was refused; does the service provider trust ca.pem of the --pki folder?',
      );
    if (verdict === 'accepted') return passed;
    return skipped(
      '已來取資料,但外部看不到結果:請以 --probe-url 提供查詢位址,或在網站上確認資料已帶入',
      'it was fetched, but what came of it is not to be seen from outside: give --probe-url, or look on the site',
    );
  },
};

export const packageChecks: readonly Check<SpContext>[] = [
  first,
  accepts('unpadded', '沒有填充字元的 Base64URL', 'Base64URL without padding', () => ({ padded: false })),
  accepts('secret-key-alnum', '英數字混合的 secret_key', 'a secret_key of letters and digits', () => ({
    secretKey: 'Zx9Kq2Lm8Rt4Wp7Yb3Nc6Vd1Hs5Jf0Gg',
  })),
  accepts('other-iv', 'IV 與登錄的 cbc_iv 不同的 JWE', 'a JWE whose IV is not the registered cbc_iv', () => ({
    iv: 'random',
  })),
  accepts(
    'gcm',
    '第二種加密(A256GCMKW、A256GCM)',
    'the second mode, A256GCMKW with A256GCM',
    () => ({ mode: 'gcm' }),
    'should',
  ),
  accepts('pem', 'PEM 格式的憑證', 'a certificate in PEM', (signers) => ({ signer: signers.pem })),
  accepts('chain', '附中繼憑證、簽章憑證在前的 PEM', 'PEM with an intermediate, the signer first', (signers) => ({
    signer: signers.chain,
  })),
  accepts(
    'chain-reversed',
    '附中繼憑證、簽章憑證在後的 PEM',
    'PEM with an intermediate, the signer last',
    (signers) => ({ signer: signers.chainReversed }),
    'should',
  ),
  {
    id: 'sp.accepts-no-record',
    title: { 'zh-Hant': '收下查無資料(204)的資料集', en: 'takes a dataset of which no record is held, 204' },
    clause: 'interface 3',
    weight: 'must',
    async run(context) {
      const { transaction } = await newJourney(context);
      const rows = rowsOf(context, transaction).map(({ files: _, ...row }, at, all) =>
        at === all.length - 1 ? row : { ...row, ...(all[at]!.files && { files: all[at]!.files }) },
      );
      return dueFor(context, 'accepted', { rows });
    },
  },
  refuses('stranger', '不認識的憑證機構所發的憑證', 'a certificate of an unknown authority', (signers) => ({
    signer: signers.stranger,
  })),
  refuses('expired', '過期的憑證', 'an expired certificate', (signers) => ({ signer: signers.expired })),
  refuses('not-yet', '尚未生效的憑證', 'a certificate that is not valid yet', (signers) => ({
    signer: signers.notYet,
  })),
  refuses(
    'other-signer',
    '不是憑證上金鑰簽的清單',
    'a manifest signed by another key than the certificate’s',
    (signers) => ({
      signer: signers.otherKey,
    }),
  ),
  refuses('signature', '簽章被改過的清單', 'a manifest whose signature was changed', () => ({ broken: 'signature' })),
  refuses('no-signature', '沒有簽章的資料包', 'a package without a signature', () => ({ broken: 'signature-missing' })),
  refuses('no-certificate', '沒有憑證的資料包', 'a package without a certificate', () => ({
    broken: 'certificate-missing',
  })),
  refuses('changed-file', '內容與摘要不符的檔案', 'a file that does not fit its digest', () => ({
    broken: 'file-changed',
  })),
  refuses('missing-file', '少了清單所列檔案的資料包', 'a package that lacks a file of its manifest', () => ({
    broken: 'file-missing',
  })),
  refuses('added-file', '多了清單以外檔案的資料包', 'a package with a file that is not in its manifest', () => ({
    broken: 'file-added',
  })),
  refuses(
    'missing-dataset',
    '標示 200 卻沒有檔案的資料集',
    'a dataset with code 200 and no file',
    () => ({ broken: 'inner-missing' }),
    'interface 3',
  ),
  refuses(
    'other-key',
    '以別的 secret_key 加密的資料',
    'data encrypted under another secret_key',
    () => ({ broken: 'other-key' }),
    'interface 3',
  ),
  refuses('envelope', '沒有 data 的內容', 'an envelope without data', () => ({ broken: 'envelope' }), 'interface 3'),
  {
    id: 'sp.refuses-other-person',
    title: { 'zh-Hant': '拒絕別人的資料', en: 'refuses data of another person' },
    clause: 'interface 1.6',
    weight: 'must',
    async run(context) {
      const { transaction } = await newJourney(context);
      const ids = decodeResources(transaction.arrival.resources);
      const rows = ids.map((id) => context.payloads.rowOfAnother(id) ?? context.payloads.rowOf(id));
      if (!ids.some((id) => context.payloads.rowOfAnother(id)))
        return skipped(
          '這些資料集不含身分證字號,或沒有別人的資料',
          'none of these datasets names its person, or no other is known',
        );
      return dueFor(context, 'refused', { rows });
    },
  },
];
