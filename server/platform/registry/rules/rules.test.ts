import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue, datasets } from '#schemas/datasets/catalogue.ts';
import { emptyDefinition } from '../definition.ts';
import { asked, context, said, sample } from '../sample.fixture.ts';
import { judge, rules } from './index.ts';

const readable = [...datasets.values()].filter(
  ({ specialCategory, status, fields, identity }) =>
    !specialCategory &&
    status === 'in-use' &&
    identity.includes('citizen-certificate') &&
    fields.slice(0, 2).every(({ sensitivity }) => sensitivity !== 'special'),
);
const some = (count: number) => readable.slice(0, count).map(({ id }) => asked(id));

test('the sample passes, with one finding for each rule that names its clause', () => {
  assert.deepEqual(said({}), []);
  const findings = judge(sample, context);
  assert.deepEqual(
    findings.map(({ rule }) => rule),
    rules.map(({ id }) => id),
  );
  for (const { clause, text } of findings) assert.ok(/手冊|附件一|個人資料保護法|介面/.test(clause) && text, clause);
});

test('limits: a name that says another county is asked about', () => {
  const named = (name: string, organisationName: string) => said({ name }, { organisationName });
  assert.deepEqual(named('嘉義縣急難救助', '桃園市政府（虛構）'), ['own-name name question']);
  assert.deepEqual(named('嘉義縣急難救助', '嘉義縣政府'), []);
  assert.deepEqual(named('台東縣急難救助', '臺東縣政府'), []);
  assert.deepEqual(named('台東縣急難救助', '嘉義縣政府'), ['own-name name question']);
  assert.deepEqual(named('急難救助', '嘉義縣政府'), []);
});

test('limits: datasets per service: the fifth and the sixth', () => {
  assert.deepEqual(said({ datasets: some(5) }), []);
  assert.deepEqual(said({ datasets: some(6) }), ['dataset-limit extraDatasetsBasis refused']);
  assert.deepEqual(said({ datasets: some(6), extraDatasetsBasis: ' 無 ' }), [
    'dataset-limit extraDatasetsBasis refused',
  ]);
  assert.deepEqual(said({ datasets: some(6), extraDatasetsBasis: '社會救助法第 44 條之 3' }), [
    'dataset-limit extraDatasetsBasis question',
  ]);
  const refused = judge({ ...sample, datasets: some(6) }, context).find(({ verdict }) => verdict === 'refused');
  assert.equal(refused?.clause, '手冊 參-一-(六)');
  assert.match(refused?.text ?? '', /6 項資料集，超過 5 項.*法源依據/);
});

test('limits: purpose of a service: a pure look-up is refused', () => {
  assert.deepEqual(said({ kind: 'look-up' }), ['pure-look-up kind refused']);
  assert.deepEqual(said({ kind: '' }), ['pure-look-up kind refused']);
  assert.deepEqual(said({ name: '戶籍資料查詢', purpose: '讓民眾看到自己的戶籍資料內容' }), [
    'pure-look-up name question',
  ]);
  assert.deepEqual(said({ name: '土地使用分區證明申請' }), []);
});

test('limits: what may be asked: only a proof that the rule demands', () => {
  const one = (more: object) => said({ datasets: [asked('API.7QovE2Gev6', more)] });
  assert.deepEqual(one({ demanded: 'not-demanded' }), ['demanded-proof datasets.0.demanded refused']);
  assert.deepEqual(one({ demanded: '' }), ['demanded-proof datasets.0.demanded refused']);
  assert.deepEqual(one({ document: '' }), ['demanded-proof datasets.0.document refused']);
  assert.deepEqual(one({ rule: '-' }), ['demanded-proof datasets.0.rule refused']);
  assert.deepEqual(one({ rule: '承辦同仁的習慣' }), ['demanded-proof datasets.0.rule question']);
});

test('limits: central systems: what the office can look up, or a central agency offers, is refused', () => {
  const one = (more: object) => said({ datasets: [asked('API.7QovE2Gev6', more)] });
  assert.deepEqual(one({ lookUp: 'yes' }), ['own-look-up datasets.0.lookUp refused']);
  assert.deepEqual(one({ lookUp: 'in-part' }), ['own-look-up datasets.0.lookUpNote refused']);
  assert.deepEqual(one({ lookUp: 'in-part', lookUpNote: '只查得到本縣縣民' }), [
    'own-look-up datasets.0.lookUpNote question',
  ]);
  assert.deepEqual(said({ name: '低收入戶生活扶助申請' }), ['own-look-up name question']);
  assert.deepEqual(said({ centralService: 'exists' }), ['central-service centralService refused']);
  assert.deepEqual(said({ centralService: '' }), ['central-service centralService refused']);
  assert.deepEqual(said({ centralService: 'exists' }, { organisation: 'executive-yuan' }), []);
  assert.deepEqual(said({ name: '高中職學雜費減免申請' }), ['central-service name question']);
});

test('limits: applicant: acting for another needs a legal basis and a review', () => {
  assert.deepEqual(said({ applicant: 'agent' }), ['acting-for-another agentBasis refused']);
  assert.deepEqual(said({ applicant: 'agent', agentBasis: '家人方便一點' }), ['acting-for-another agentBasis refused']);
  assert.deepEqual(said({ applicant: 'agent', agentBasis: '民法第 1086 條' }), [
    'acting-for-another agentBasis question',
  ]);
  assert.deepEqual(said({ applicant: '' }), ['acting-for-another applicant refused']);
});

test('special categories need basis and written consent, and then a person’s word', () => {
  const special = [...datasets.values()].find((one) => one.specialCategory && one.status === 'in-use');
  assert.ok(special);
  const asking = { datasets: [asked(special.id)] };
  assert.deepEqual(said(asking), [
    'special-categories specialBasis refused',
    'special-categories specialConsent refused',
  ]);
  assert.deepEqual(said({ ...asking, specialBasis: '個資法第 6 條第 1 項第 6 款' }), [
    'special-categories specialConsent refused',
  ]);
  assert.deepEqual(said({ ...asking, specialBasis: '個資法第 6 條第 1 項第 6 款', specialConsent: true }), [
    'special-categories specialBasis question',
  ]);
});

test('datasets exist, are on offer, and are asked for once', () => {
  const planned = [...catalogue.values()].find(({ status }) => status === 'planned');
  assert.ok(planned);
  assert.ok(said({ datasets: [asked('API.unknown000')] }).includes('known-datasets datasets.0.id refused'));
  assert.ok(said({ datasets: [asked(planned.id)] }).includes('known-datasets datasets.0.id refused'));
  assert.ok(
    said({ datasets: [asked('API.7QovE2Gev6'), asked('API.7QovE2Gev6')] }).includes(
      'known-datasets datasets.1.id refused',
    ),
  );
  assert.deepEqual(said({ datasets: [] }), ['known-datasets datasets.0.id refused']);
});

test('limits: fields: each exists, there is at least one, and a document has none', () => {
  const one = (id: string, fields: string[], stage: 'test' | 'live' = 'test') =>
    judge({ ...sample, datasets: [asked(id, { fields })] }, { ...context, stage })
      .filter(({ rule, verdict }) => rule === 'asked-fields' && verdict !== 'pass')
      .map(({ verdict }) => verdict);
  assert.deepEqual(one('API.7QovE2Gev6', []), ['refused']);
  assert.deepEqual(one('API.7QovE2Gev6', ['$.nothing']), ['refused']);
  assert.deepEqual(one('API.7QovE2Gev6', ['$']), []);
  assert.deepEqual(one('API.7QovE2Gev6', ['$'], 'live'), ['question']);
  const evidence = [...catalogue.values()].find(({ offers }) => offers === 'evidence-only');
  assert.ok(evidence);
  assert.deepEqual(one(evidence.id, []), []);
  assert.deepEqual(one(evidence.id, ['$.amount']), ['refused']);
});

test('codes, basis, retention, addresses and contact are judged', () => {
  const cases: [object, string[]][] = [
    [{ purposeCodes: [] }, ['purposes purposeCodes refused']],
    [{ purposeCodes: ['183'] }, ['purposes purposeCodes refused']],
    [{ dataClasses: ['C999'] }, ['purposes dataClasses refused']],
    [{ purpose: '審核' }, ['purposes purpose refused']],
    [{ legalBasis: '' }, ['legal-basis legalBasis refused']],
    [{ legalBasis: '縣長室交辦事項' }, ['legal-basis legalBasis question']],
    [{ retentionDays: undefined }, ['retention retentionDays refused']],
    [{ retentionDays: -1 }, ['retention retentionDays refused']],
    [{ retentionDays: 0 }, ['retention retentionDays refused']],
    [{ retentionDays: 0, modes: ['counter'] }, ['retention retentionDays question']],
    [{ retentionDays: 29 }, ['retention retentionDays question']],
    [{ retentionDays: 30 }, []],
    [{ retentionDays: 10_958 }, ['retention retentionDays question']],
    [{ retentionDays: 10_959 }, ['retention retentionDays refused']],
    [{ retentionDays: 36_500 }, ['retention retentionDays refused']],
    [{ terms: '資料永久保存。有問題請洽社會局。' }, ['retention terms question']],
    [{ terms: '資料不會永久保存。有問題請洽社會局。' }, []],
    [{ retentionDays: 3653 }, []],
    [{ retentionDays: 3654 }, ['retention retentionDays question']],
    [{ returnUrl: 'http://service.example.gov.tw/x' }, ['addresses returnUrl refused']],
    [{ returnUrl: 'javascript:alert(1)' }, ['addresses returnUrl refused']],
    [{ returnUrl: 'http://localhost:8702/x' }, []],
    [{ spApiUrl: 'https://a:b@service.example.gov.tw/' }, ['addresses spApiUrl refused']],
    [{ spApiUrl: 'https://169.254.169.254/latest' }, ['addresses spApiUrl refused']],
    [{ spApiUrl: 'https://0xA9FEA9FE/latest' }, ['addresses spApiUrl refused']],
    [{ addresses: ['203.0.113.300'] }, ['addresses addresses refused']],
    [{ addresses: [] }, []],
    [{ modes: [] }, ['stated modes refused']],
    [{ terms: '同意' }, ['stated terms refused']],
    [
      { contact: { unit: '', phone: '', email: 'x' } },
      ['stated contactUnit refused', 'stated contactPhone refused', 'stated contactEmail refused'],
    ],
  ];
  for (const [change, expected] of cases) assert.deepEqual(said(change), expected, JSON.stringify(change));
});

test('the second application asks a person what the first only declares', () => {
  const live = said({ addresses: [] }, { stage: 'live' });
  assert.deepEqual(live, [
    'demanded-proof datasets.0.rule question',
    'central-service centralService question',
    'addresses addresses question',
  ]);
  assert.ok(said({ spApiUrl: 'https://10.1.2.3/sp' }, { stage: 'live' }).includes('addresses spApiUrl question'));
  assert.deepEqual(said({ terms: '本府依您的同意取得資料，只用在審核這次的申請。' }, { stage: 'live' }).slice(0, 1), [
    'stated terms question',
  ]);
  assert.ok(said({ returnUrl: 'http://localhost:1/x' }, { stage: 'live' }).includes('addresses returnUrl refused'));
});

/** Said in the terms or in the purpose, it is the same. */
const inEach = (words: string, rule: string, verdict: string) => {
  const told = (change: object, field: string) =>
    said(change)
      .filter((one) => one.startsWith(`${rule} ${field} `))
      .map((one) => one.split(' ')[2]);
  const expected = verdict ? [verdict] : [];
  assert.deepEqual(told({ terms: `本府審核這次的申請。${words}。有問題請洽社會局。` }, 'terms'), expected, words);
  assert.deepEqual(told({ purpose: `審核急難救助申請。${words}。` }, 'purpose'), expected, words);
};

test('limits: consent is for this one time: standing consent is refused however it is put', () => {
  for (const words of [
    '本同意長期有效',
    '本 同 意\n長 期 有 效',
    '本同意書永久有效，直到您書面撤回',
    '本同意在未撤回前持續有效',
    '授權本府持續取得您的戶籍資料',
    '您同意本府於未來隨時查調您的財稅資料',
    '同意本府每年自動取得最新資料',
    '爾後無須再次同意',
    '日後申請其他服務時，不必重新取得您的同意',
    '免再逐次同意',
    '視為同意往後每次申請時取得資料',
    '往後的申請均視為您已同意',
    '一經同意，日後各項服務皆適用',
    '您概括授權本府取得資料',
    'This is a standing consent',
    'Your consent remains valid until withdrawn',
    'This consent is valid indefinitely',
    'No further consent is needed',
    'You authorise us to regularly obtain your data',
  ])
    inEach(words, 'standing-consent', 'refused');
});

test('what may be standing consent is asked, and what is none passes', () => {
  for (const words of ['本府將定期查調您的戶籍資料', '本同意書的有效期間為三年', '同意後不得撤回同意'])
    inEach(words, 'standing-consent', 'question');
  for (const words of [
    '本同意僅限本次申請，不長期有效',
    '僅當次同意下載，非永久同意資料取用',
    '您的同意只用這一次，下次申請會再請您同意',
    '爾後再次申請時，須重新取得您的同意',
    '本府不會持續取得您的資料',
    '同意不代表授權本府持續取得資料',
    '您可以隨時查詢、閱覽您的資料，也可以隨時撤回同意',
    '同意後可隨時查詢申請進度',
    '本服務辦理長期照顧服務申請，經您同意後取得戶籍資料',
    '您同意長期照護管理中心審核時取得戶籍資料',
    '使用服務期間延長保存，期滿銷毀',
    '本府依規定每年辦理內部查核',
    '低收入戶資格持續有效者免附證明',
    'This is not a standing consent',
    'We never continue to obtain your data',
    'The consent is for this application only',
  ])
    inEach(words, 'standing-consent', '');
});

test('a purpose is bound: selling is refused, what has no bounds is asked', () => {
  for (const words of [
    '資料並用於行銷活動',
    '寄送商品廣告給您',
    '將資料用於本府及合作單位的商業用途',
    '得將您的個資出售',
    'used for marketing',
  ])
    inEach(words, 'purpose-bound', 'refused');
  for (const words of [
    '以及其他用途',
    '並用於其他相關目的',
    '本府認為必要之利用',
    '得提供第三人使用',
    '資料將分享給合作廠商',
    'and any other purposes',
  ])
    inEach(words, 'purpose-bound', 'question');
  for (const words of [
    '不會用於行銷',
    '不作其他用途',
    '除法律另有規定外，不會用於其他目的',
    '不得提供第三人',
    '審核農產品行銷補助的申請',
    '受理業者從事行銷推廣計畫的申請',
    '其他依法有權查閱的機關',
  ])
    inEach(words, 'purpose-bound', '');
});

test('limits: purpose of a service: a look-up is recognised by its purpose too', () => {
  const told = (purpose: string) => said({ purpose }).filter((one) => one.startsWith('pure-look-up'));
  for (const purpose of [
    '查調民眾的財產與所得資料，供同仁檢視。',
    '讓民眾查詢自己的戶籍資料。',
    '提供民眾隨時檢視自己的投保紀錄，並可申請列印。',
    'To view the household register.',
  ])
    assert.deepEqual(told(purpose), ['pure-look-up purpose question'], purpose);
  for (const purpose of [
    '審核急難救助申請，查調戶內人口。',
    '確認申請人設籍，並查詢有無重複申請補助。',
    '受理申請後查驗資格並發給救助金。',
  ])
    assert.deepEqual(told(purpose), [], purpose);
});

test('what a document has no place for is asked in test, and refused before live', () => {
  const bare = {
    centralService: '',
    contact: { unit: '社會局', phone: '05-3620123', email: '' },
    datasets: [asked('API.7QovE2Gev6', { lookUp: '' })],
  } as const;
  const expected = (verdict: string) =>
    ['stated contactEmail', 'own-look-up datasets.0.lookUp', 'central-service centralService'].map(
      (one) => `${one} ${verdict}`,
    );
  assert.deepEqual(said(bare), expected('refused'));
  assert.deepEqual(said(bare, { unsaid: 'asked' }), expected('question'));
  const live = said(bare, { unsaid: 'asked', stage: 'live' });
  for (const one of expected('refused')) assert.ok(live.includes(one), one);
  // What is said wrongly is wrong in every stage.
  assert.ok(said({ centralService: 'exists' }, { unsaid: 'asked' }).includes('central-service centralService refused'));
  assert.ok(
    said({ contact: { ...bare.contact, email: 'x' } }, { unsaid: 'asked' }).includes('stated contactEmail refused'),
  );
});

test('limits: datasets per service: of a choice one is handed over', () => {
  const six = some(6);
  const pair = six.slice(0, 2).map(({ id }) => id);
  assert.deepEqual(said({ datasets: six, anyOf: [pair] }), ['dataset-limit extraDatasetsBasis question']);
  assert.deepEqual(said({ datasets: some(5), anyOf: [pair] }), []);
  assert.deepEqual(said({ datasets: some(7), anyOf: [pair] }), ['dataset-limit extraDatasetsBasis refused']);
});

test('the rules read long texts in little time', () => {
  const long = { terms: '同意本府'.repeat(1000), purpose: `審核申請，${'授權持續'.repeat(900)}` };
  const begun = performance.now();
  judge({ ...sample, ...long }, context);
  assert.ok(performance.now() - begun < 1000);
});

test('an empty form is refused with a reason at each input, and breaks nothing', () => {
  const found = judge(emptyDefinition, context).filter(({ verdict }) => verdict === 'refused');
  assert.ok(found.length >= 14);
  for (const { field, text } of found) assert.ok(field && text);
});
