import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue, datasets } from '../../../../schemas/datasets/catalogue.ts';
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
  assert.ok(said({ returnUrl: 'http://localhost:1/x' }, { stage: 'live' }).includes('addresses returnUrl refused'));
});

test('an empty form is refused with a reason at each input, and breaks nothing', () => {
  const found = judge(emptyDefinition, context).filter(({ verdict }) => verdict === 'refused');
  assert.ok(found.length >= 14);
  for (const { field, text } of found) assert.ok(field && text);
});
