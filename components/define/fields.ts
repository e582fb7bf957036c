/** All field elements in one module: a form loads one file, not one for each. */
import { MydataFieldAddress } from '../fields/address/address-field.ts';
import { MydataFieldBankAccount } from '../fields/bank-account/bank-account-field.ts';
import { MydataFieldChoice } from '../fields/choice/choice-field.ts';
import { MydataFieldDeclaration } from '../fields/declaration/declaration-field.ts';
import { MydataFieldEmail } from '../fields/email/email-field.ts';
import { MydataFieldEvidence } from '../fields/evidence/evidence-field.ts';
import { MydataFieldFile } from '../fields/file/file-field.ts';
import { MydataFieldGroup } from '../fields/group/group-field.ts';
import { MydataFieldLongText } from '../fields/long-text/long-text-field.ts';
import { MydataFieldNationalId } from '../fields/national-id/national-id-field.ts';
import { MydataFieldNumber } from '../fields/number/number-field.ts';
import { MydataFieldPhone } from '../fields/phone/phone-field.ts';
import { MydataFieldRocDate } from '../fields/roc-date/roc-date-field.ts';
import { MydataFieldText } from '../fields/text/text-field.ts';
import { MydataFieldTime } from '../fields/time/time-field.ts';
import { fieldTag } from '../fields/registry.ts';
import type { FieldType } from '#schemas/form/definition.ts';
import { define } from './define.ts';

const elements: { readonly [type in FieldType]: CustomElementConstructor } = {
  address: MydataFieldAddress,
  'bank-account': MydataFieldBankAccount,
  choice: MydataFieldChoice,
  declaration: MydataFieldDeclaration,
  email: MydataFieldEmail,
  evidence: MydataFieldEvidence,
  file: MydataFieldFile,
  group: MydataFieldGroup,
  'long-text': MydataFieldLongText,
  'national-id': MydataFieldNationalId,
  number: MydataFieldNumber,
  phone: MydataFieldPhone,
  'roc-date': MydataFieldRocDate,
  text: MydataFieldText,
  time: MydataFieldTime,
};

for (const type of Object.keys(elements) as FieldType[]) define(fieldTag(type), elements[type]);
