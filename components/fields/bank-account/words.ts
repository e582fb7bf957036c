import type { BankAccountField } from '#schemas/form/definition.ts';
import type { AnswerValue } from '#schemas/form/answers.ts';
import { bankName, readAccount, readInstitution } from '#schemas/taiwan/bank.ts';
import type { FieldWords } from '../field-words.ts';

export const bankAccountWords: FieldWords<BankAccountField> = {
  parts: ['institution', 'branch', 'account', 'holder'],
  shown: (value) => {
    const { institution, branch, account, holder } = value as { readonly [part: string]: AnswerValue | undefined };
    return [institution, bankName(String(institution)), branch, account, holder].filter(Boolean).join(' ');
  },
  readPart: (answer, part) => {
    const { institution, account } = (answer ?? {}) as { readonly [part: string]: string | undefined };
    if (part === 'institution' && institution) return readInstitution(institution);
    return part === 'account' && account ? readAccount(account, institution) : undefined;
  },
};
