/** 綜合所得稅: income, assessment, payments and registration (datasets 12, 14, 17, 18, 19). All from one income. */
import { childrenOf, personIn } from '../household.ts';
import type { Household, Person } from '../household.ts';
import { ageOf } from '../dates.ts';
import { employerOf, incomeOf, isAdult, rocDay, taxYear, type EvidenceWriter } from './evidence.ts';

/** Allowances of one year in New Taiwan dollars: exemption, standard deduction, salary deduction. */
const exemption = 97_000;
const standardDeduction = 131_000;
const salaryDeduction = 218_000;
/** Upper end, rate, what is taken off again. */
const brackets = [
  [590_000, 0.05, 0],
  [1_330_000, 0.12, 41_300],
  [2_660_000, 0.2, 147_700],
  [Infinity, 0.3, 413_700],
] as const;

interface Assessment {
  readonly total: number;
  readonly dependants: readonly Person[];
  readonly taxable: number;
  readonly tax: number;
  readonly withheld: number;
}

function assess(person: Person, household: Household): Assessment | undefined {
  const { salary, interest, dividends } = incomeOf(person);
  const total = salary + interest + dividends;
  if (total === 0) return undefined;
  const dependants = childrenOf(household, person).filter(
    ({ birthDate, deathDate, id }) =>
      ageOf(birthDate) < 18 && deathDate === undefined && household.members.some((member) => member.id === id),
  );
  const taxable = Math.max(
    0,
    total - exemption * (1 + dependants.length) - standardDeduction - Math.min(salary, salaryDeduction),
  );
  const [, rate, off] = brackets.find(([upTo]) => taxable <= upTo)!;
  return { total, dependants, taxable, tax: Math.round(taxable * rate - off), withheld: Math.round(salary * 0.03) };
}

const yuan = (amount: number): string => `新臺幣${amount.toLocaleString('en-US')}元`;

/** Salary, interest and dividends of the tax year, each with what was withheld; null where there was none. */
export const personalIncome: EvidenceWriter = (person) => {
  const { salary, interest, dividends } = incomeOf(person);
  if (salary + interest + dividends === 0) return null;
  const rows = [
    ...(salary
      ? [
          {
            所得類別: '薪資所得',
            扣繳單位: employerOf(person),
            給付總額: yuan(salary),
            扣繳稅額: yuan(Math.round(salary * 0.03)),
          },
        ]
      : []),
    ...(interest
      ? [{ 所得類別: '利息所得', 扣繳單位: '中華郵政股份有限公司', 給付總額: yuan(interest), 扣繳稅額: yuan(0) }]
      : []),
    ...(dividends
      ? [{ 所得類別: '營利所得', 扣繳單位: employerOf(person), 給付總額: yuan(dividends), 扣繳稅額: yuan(0) }]
      : []),
  ];
  return {
    所得年度: `${taxYear}年度`,
    所得人: person.name,
    所得總額: yuan(salary + interest + dividends),
    所得明細: rows,
  };
};

/** What was paid or given back after the assessment; null for who has no income. */
export const incomeTaxPayments: EvidenceWriter = (person, household) => {
  const found = assess(person, household);
  if (!found) return null;
  const due = found.tax - found.withheld;
  return {
    年度: `${taxYear}年度`,
    繳納紀錄: due > 0 ? [{ 稅別: '綜合所得稅', 繳納日期: `民國${taxYear + 1}年5月20日`, 繳納金額: yuan(due) }] : '無',
    退稅紀錄: due < 0 ? [{ 稅別: '綜合所得稅', 退稅日期: `民國${taxYear + 1}年7月31日`, 退稅金額: yuan(-due) }] : '無',
    欠稅紀錄: '無',
    房地合一稅: '無',
  };
};

/** The assessment of the person's own income, children of the household as dependants; null for who has none. */
export const incomeTaxCertificate: EvidenceWriter = (person, household) => {
  const found = assess(person, household);
  if (!found) return null;
  const due = found.tax - found.withheld;
  return {
    年度: `${taxYear}年度`,
    納稅義務人: person.name,
    綜合所得總額: yuan(found.total),
    綜合所得淨額: yuan(found.taxable),
    應納稅額: yuan(found.tax),
    扣繳稅額: yuan(found.withheld),
    [due < 0 ? '應退稅額' : '應自行繳納稅額']: yuan(Math.abs(due)),
    繳納情形: due > 0 ? '已繳納' : '無應納稅額',
  };
};

/** Spouse and dependants 扶養親屬 by name, and where to file; null for who has no income. */
export const incomeTaxRegistration: EvidenceWriter = (person, household) => {
  const found = assess(person, household);
  if (!found) return null;
  const spouse = personIn(household, person.spouseId);
  return {
    年度: `${taxYear}年度`,
    納稅義務人: person.name,
    戶籍地址: household.address.whole,
    稽徵機關: `${household.address.county}國稅稽徵單位（測試）`,
    配偶: spouse && spouse.deathDate === undefined ? spouse.name : '無',
    扶養親屬: found.dependants.length
      ? found.dependants.map(({ name, birthDate }) => ({ 姓名: name, 稱謂: '子女', 出生日期: rocDay(birthDate) }))
      : '無',
  };
};

/** Nobody invented owes anything; null for minors. */
export const noArrearsNationalTax: EvidenceWriter = (person) =>
  isAdult(person)
    ? { 證明內容: '截至核發日止，查無國稅違章案件及逾期未繳之稅款。', 稅目: '綜合所得稅、遺產稅、贈與稅、營業稅' }
    : null;
