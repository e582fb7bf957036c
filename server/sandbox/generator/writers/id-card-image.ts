/** 戶政國民身分證影像: from fourteen years on, for citizens. */
import { sampleJpeg } from '#schemas/normalise/sample-image.ts';
import { isCitizenId } from '#schemas/taiwan/national-id.ts';
import { ageOf } from '../dates.ts';
import { personIn } from '../household.ts';
import type { Writer } from './writer.ts';

/** Undefined for foreign residents and for the younger. The picture is one sample for all. */
export const idCardImage: Writer = ({ household, person }) =>
  isCitizenId(person.id) && ageOf(person.birthDate) >= 14
    ? {
        person_id: person.id,
        person_name: person.name,
        birth_date: person.birthDate,
        birth_place: person.birthPlace,
        spouse_name: personIn(household, person.spouseId)?.name,
        father_name: personIn(household, person.fatherId)?.name,
        mother_name: personIn(household, person.motherId)?.name,
        id_card_apply_date: person.idCardIssued,
        id_card_apply_reason: person.idCardIssued < '2006-12-21' ? '初領' : '換證',
        issuing_office: `${household.address.county ?? ''}${household.address.town ?? ''}`,
        image_mark: '有影像',
        image: sampleJpeg,
        household_address: { ...household.address },
      }
    : undefined;
