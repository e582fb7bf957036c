import {
  isAccountNumber,
  isBranchCode,
  isInstitutionCode,
  postOffice,
  tidyAccount,
  tidyInstitution,
} from '#schemas/taiwan/bank.ts';

export type Part = 'institution' | 'branch' | 'account' | 'holder';
export type BankAccountAnswer = { readonly [part in Part]?: string };

export const parts: readonly Part[] = ['institution', 'branch', 'account', 'holder'];

const readers: { readonly [part in Part]: (text: string) => string } = {
  institution: tidyInstitution,
  branch: tidyAccount,
  account: tidyAccount,
  holder: (text) => text.trim(),
};

/** Digits as typed, without separators; the holder's name as typed. The post office has no branches. Pure. */
export const withPart = (old: BankAccountAnswer, part: Part, text: string): BankAccountAnswer | undefined => {
  const next: { [key in Part]?: string } = { ...old };
  const value = readers[part](text);
  if (value) next[part] = value;
  else delete next[part];
  if (next.institution === postOffice) delete next.branch;
  return Object.keys(next).length ? next : undefined;
};

/** Parts that cannot be, or that are owed. */
export const wrongParts = ({ institution = '', branch, account = '', holder }: BankAccountAnswer): readonly Part[] =>
  parts.filter(
    (part) =>
      !{
        institution: isInstitutionCode(institution),
        branch: branch === undefined || isBranchCode(branch),
        account: isAccountNumber(account, institution),
        holder: Boolean(holder),
      }[part],
  );
