/** 車籍資料: one row per vehicle of the person. */
import { addMonths, asOf } from '../dates.ts';
import type { Writer } from './writer.ts';

const colours = ['白', '黑', '銀', '灰', '藍', '紅'];

/** The next yearly inspection after today; new cars have five years without. */
const nextInspection = (registered: string): string => {
  let day = addMonths(registered, 60);
  while (day <= asOf) day = addMonths(day, 12);
  return day;
};

/** Undefined for who has none. */
export const vehicle: Writer = ({ household, person }) =>
  person.vehicles.length
    ? {
        vehicles: person.vehicles.map((car) => ({
          plate_no: car.plate,
          vehicle_type: car.kind,
          owner_id: person.id,
          owner_name: person.name,
          owner_birth_date: person.birthDate,
          phone: person.phone.replace('-', ''),
          area: `${household.address.county ?? ''}${household.address.town ?? ''}`,
          address: { ...household.address },
          brand_code: car.brand === '國產' ? '01' : '02',
          brand: car.brand,
          model_code: String(car.displacement),
          model: car.model,
          colour_code: String(colours.indexOf(car.colour) + 1).padStart(2, '0'),
          colour: car.colour,
          displacement: car.displacement,
          body_no: car.bodyNumber,
          licence_valid_date: addMonths(car.registered, 12 * 20),
          licence_printed_date: car.registered,
          next_inspection_date: nextInspection(car.registered),
          status_code: '0',
          status: '正常',
        })),
      }
    : undefined;
