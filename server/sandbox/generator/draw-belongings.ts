/** What a person owns, holds or is entitled to, drawn: licence, vehicles, land and houses, a post in a company, a disability. */
import { addMonths, asOf, drawPastDay, yearOf } from './dates.ts';
import type { CompanyPost, Disability, DrivingLicence, Property, Vehicle } from './household.ts';
import { businessNumber, plateNumber } from './numbers.ts';
import { addressOf, drawAddress, drawCounty, drawTown } from './draw-address.ts';
import type { Address } from './draw-address.ts';
import type { Random } from './random.ts';

/** @param age in years, 19 or more; issued after the 18th birthday and before today */
export const drawLicence = (random: Random, age: number, birthDate: string): DrivingLicence => ({
  kind: random.pick(['普通小型車', '普通小型車', '普通重型機車', '職業小型車']),
  issued: addMonths(birthDate, 12 * random.between(18, Math.min(30, age - 1)) + random.between(1, 11)),
});

const cars = [
  { brand: '國產', model: '太保 1.8', displacement: 1798, kind: '自用小客車' },
  { brand: '國產', model: '朴子 1.5', displacement: 1497, kind: '自用小客車' },
  { brand: '進口', model: '阿里山 2.0', displacement: 1998, kind: '自用小客車' },
  { brand: '國產', model: '梅山 2.4', displacement: 2378, kind: '自用小貨車' },
  { brand: '國產', model: '民雄 125', displacement: 124, kind: '普通重型機車' },
];

/** Owners of cars hold the licence longer than the car. */
export const drawVehicles = (random: Random, licenceIssued: string): readonly Vehicle[] =>
  Array.from({ length: random.chance(0.2) ? 2 : 1 }, () => {
    const car = random.pick(cars);
    const registered = drawPastDay(random, Math.max(2008, yearOf(licenceIssued) + 1), 2026);
    return {
      ...car,
      plate: plateNumber(random, car.kind === '普通重型機車' ? 3 : 4),
      colour: random.pick(['白', '黑', '銀', '灰', '藍', '紅']),
      bodyNumber: `TEST${random.digits(13)}`,
      registered: registered < licenceIssued ? licenceIssued : registered,
    };
  });

/** One in two is good for five years, the others have no end. */
export const drawDisability = (random: Random, birthDate: string): Disability => {
  const issued = drawPastDay(random, Math.max(2018, yearOf(birthDate) + 1), 2026);
  return {
    level: random.pick(['輕度', '輕度', '中度', '中度', '重度', '極重度']),
    category: random.pick(['第1類', '第2類', '第5類', '第6類', '第7類', '第7類']),
    issued,
    ...(random.chance(0.5) ? { validUntil: addMonths(issued, 60) } : {}),
  };
};

const sections = '祥和段 中山段 大埔段 新生段 東安段 文化段 福興段 永和段'.split(' ');

const drawPlot = (random: Random, county: string, town: string): Property => {
  const reason = random.pick(['買賣', '買賣', '繼承', '贈與'] as const);
  const area = random.between(500, 90000) / 100;
  const announcedValue = random.between(20, 900) * 100;
  return {
    kind: '土地',
    county,
    town,
    section: random.pick(sections),
    number: `${String(random.between(1, 1999)).padStart(4, '0')}-${String(random.chance(0.7) ? 0 : random.between(1, 40)).padStart(4, '0')}`,
    area,
    landClass: random.pick(['甲種建築用地', '乙種建築用地', '農牧用地']),
    reason,
    registered: drawPastDay(random, 1998, 2025),
    announcedValue,
    ...(reason === '買賣' ? { price: Math.round((area * announcedValue * 1.4) / 10000) * 10000 } : {}),
  };
};

/** The plot and the house at home; sometimes a field elsewhere. */
export const drawProperties = (random: Random, home: Address): readonly Property[] => {
  const plot: Property = { ...drawPlot(random, home.county, home.town), landClass: '乙種建築用地' };
  const house: Property = {
    ...plot,
    kind: '建物',
    number: `${String(random.between(1, 9999)).padStart(5, '0')}-000`,
    area: random.between(6000, 25000) / 100,
    address: addressOf(home),
  };
  if (!random.chance(0.3)) return [plot, house];
  const county = drawCounty(random);
  return [plot, house, { ...drawPlot(random, county, drawTown(random, county)), landClass: '農牧用地' }];
};

const trades = ['好食', '農產', '精密', '資訊', '營造', '茶業'];

/** A company of its own for each, with a business number 統一編號 that passes its check. */
export const drawPost = (random: Random): CompanyPost => {
  const address = drawAddress(random);
  const since = addMonths(drawPastDay(random, 2023, 2026), -1);
  return {
    businessNumber: businessNumber(random),
    company: `虛構${address.town.slice(0, -1)}${random.pick(trades)}股份有限公司`,
    address,
    position: random.pick(['董事長', '董事', '監察人', '經理人']),
    shares: random.between(1, 500) * 10000,
    since: since < asOf ? since : asOf,
  };
};
