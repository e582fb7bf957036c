/** One column → how its value is made for a person: decided once per column, so that a record is quick to make. */
import type { NormalValue } from '#schemas/datasets/types.ts';
import type { AddressColumn, ValueColumn } from '#schemas/normalise/shape.ts';
import { readAddressText } from '#schemas/normalise/read-address.ts';
import { addMonths, isoMonth, monthOf } from '../dates.ts';
import { businessNumber, plateNumber } from '../numbers.ts';
import { addressOf, drawStreet } from '../draw-address.ts';
import type { Context } from './context.ts';
import { personaBirthDate, personaId, personaText } from './persona.ts';
import { personFacts } from './person-facts.ts';

export type Make = (context: Context) => NormalValue | undefined;

/** Samples before this month tell of the past that a life moves; later ones of what is going on. */
const lately = monthOf('2015-01-01');

/**
 * @param sample a date of the sample → `life`: of long ago, moved with the person's life · `recent`: of what goes on
 * now
 */
export const shiftOf = (sample: string): 'life' | 'recent' => (monthOf(sample) < lately ? 'life' : 'recent');

const fixed =
  (value: NormalValue): Make =>
  () =>
    value;

/** The sample with the last long run of digits drawn anew: numbers of licences, cases, documents. */
const redrawn = (sample: string): Make => {
  const run = /\d{3,}(?!.*\d{3})/.exec(sample);
  if (!run) return fixed(sample);
  const [head, tail] = [sample.slice(0, run.index), sample.slice(run.index + run[0].length)];
  // The first digits of a long number say the year or the office.
  const kept = run[0].length > 6 ? 3 : 0;
  const length = run[0].length - kept;
  return ({ random }) => `${head}${run[0].slice(0, kept)}${random.digits(length)}${tail}`;
};

const textMaker = ({ to, format, sample }: ValueColumn): Make => {
  if (to === 'sequence_no') return ({ row }) => String(row + 1);
  if (format === 'plate-number') return ({ random }) => plateNumber(random, 4);
  if (/year$/.test(to) && /^\d{2,4}$/.test(sample)) {
    return ({ recent }) => String(Number(sample) + Math.round(recent / 12));
  }
  const persona = personaText(sample);
  if (/(?:_no|_number|_account)$/.test(to)) {
    const number = redrawn(sample);
    // A number may name the county's office too.
    return persona && !/\d{3}/.test(sample) ? persona : number;
  }
  return persona ?? fixed(sample);
};

const numberMaker = ({ to, kind, sample }: ValueColumn): Make => {
  const value = Number(sample);
  if (to === 'sequence_no') return ({ row }) => row + 1;
  if (/year$/.test(to) && value > 60) return ({ recent }) => value + Math.round(recent / 12);
  const counted = /(?:rate|level|grade|years|months|days|hours|quantity|count|semester|class|diameter|_no|_code)$/.test(
    to,
  );
  if (value === 0 || (kind === 'number' && (counted || value < 10))) return fixed(value);
  const decimals = sample.split('.')[1]?.length ?? 0;
  const scale = 10 ** decimals;
  return ({ factor }) => Math.round(value * factor * scale) / scale;
};

const codeMaker = ({ to, labels = {}, sample }: ValueColumn): Make => {
  const words = [...new Set(Object.values(labels))];
  // Who somebody is, and what else hangs on it, stays as the sample has it.
  if (words.length < 2 || /relationship|holder|applicant|kind$/.test(to)) return fixed(sample);
  return ({ random }) => (random.chance(0.85) ? sample : random.pick(words));
};

/**
 * What the register says of the person goes before the sample; without either the sample stays, its numbers drawn anew.
 */
export const valueMaker = (column: ValueColumn): Make => {
  const { to, kind, sample } = column;
  const fact = personFacts[to];
  switch (kind) {
    case 'national-id':
      if (fact) return fact;
      return sample === personaId ? ({ person }) => person.id : ({ partner }) => partner?.id;
    case 'business-number':
      return ({ random }) => businessNumber(random);
    case 'date': {
      if (fact) return fact;
      if (sample === personaBirthDate) return ({ person }) => person.birthDate;
      const shift = shiftOf(sample);
      return (context) => addMonths(sample, context[shift]);
    }
    case 'month': {
      const [month, shift] = [monthOf(sample), shiftOf(sample)];
      return (context) => isoMonth(month + context[shift]);
    }
    case 'date-time': {
      const [day, time, shift] = [sample.slice(0, 10), sample.slice(10), shiftOf(sample)];
      return (context) => `${addMonths(day, context[shift])}${time}`;
    }
    case 'texts': {
      const one = personaText(sample);
      return one
        ? (context) => {
            const text = one(context);
            return text === undefined ? undefined : [text];
          }
        : fixed([sample]);
    }
    case 'number':
    case 'money':
      return fact ?? numberMaker(column);
    case 'code':
      return fact ?? codeMaker(column);
    case 'image':
      return fixed(sample);
    default:
      return fact ?? textMaker(column);
  }
};

/** The person's own address where the sample is the persona's; a place of work in the same town otherwise. */
export const addressMaker = ({ to, sample }: AddressColumn): Make => {
  const fact = personFacts[to];
  if (fact) return fact;
  if (/company|business|factory|site|unit|school|intake/.test(to)) {
    return ({ household: { address }, random }) => {
      const street = drawStreet(random);
      const { whole: _, ...parts } = addressOf({
        county: address.county ?? '',
        town: address.town ?? '',
        village: address.village ?? '',
        neighbourhood: address.neighbourhood ?? '',
        street,
      });
      return addressOf({ ...parts });
    };
  }
  if (sample.includes('太保市')) return ({ household }) => ({ ...household.address });
  return fixed({ ...(readAddressText(sample) ?? { whole: sample }) });
};
