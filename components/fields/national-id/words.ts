import type { NationalIdField } from '#schemas/form/definition.ts';
import { isNationalId } from '#schemas/taiwan/national-id.ts';
import { readNationalId } from '#schemas/taiwan/read-national-id.ts';
import type { FieldWords } from '../field-words.ts';

export const nationalIdWords: FieldWords<NationalIdField> = {
  refusal: ({ keyword, data }, { citizenOnly }) => {
    if (keyword !== 'format') return undefined;
    return citizenOnly && typeof data === 'string' && isNationalId(data) ? 'citizenOnly' : 'nationalIdShape';
  },
  read: readNationalId,
};
