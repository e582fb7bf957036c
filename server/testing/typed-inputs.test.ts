/** What people type, paste and send, with what it means: each row through the function that the product reads it with. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { withPart } from '#components/fields/bank-account/parts.ts';
import { parseNationalId } from '#components/fields/national-id/parse.ts';
import { parseNumber } from '#components/fields/number/parse.ts';
import { answerOf, partsOf } from '#components/fields/roc-date/roc-date-parts.ts';
import type { RocDateParts } from '#components/fields/roc-date/roc-date-parts.ts';
import type { JsonValue } from '#schemas/datasets/types.ts';
import { readCsv } from '#schemas/normalise/read-csv.ts';
import { readValue } from '#schemas/normalise/read-value.ts';
import type { ValueKind } from '#schemas/normalise/shape.ts';
import { splitAddress, splitRest } from '#schemas/taiwan/address.ts';
import {
  isAccountNumber,
  isInstitutionCode,
  readAccount,
  readInstitution,
  tidyInstitution,
} from '#schemas/taiwan/bank.ts';
import { isBusinessNumber, isBusinessNumberBefore2023 } from '#schemas/taiwan/business-number.ts';
import { readCitizenCertificateNumber } from '#schemas/taiwan/citizen-certificate-number.ts';
import { readDigitCode } from '#schemas/taiwan/digit-code.ts';
import { isEmail, readEmail } from '#schemas/taiwan/email.ts';
import { isHouseholdNumber, readHouseholdNumber } from '#schemas/taiwan/household-number.ts';
import { maskMobile, maskName } from '#schemas/taiwan/masking.ts';
import { isMobileBarcode, tidyMobileBarcode } from '#schemas/taiwan/mobile-barcode.ts';
import { parseMoment } from '#schemas/taiwan/moment.ts';
import * as ids from '#schemas/taiwan/national-id.ts';
import { isNhiCardNumber, readNhiCardNumber } from '#schemas/taiwan/nhi-card.ts';
import { formatPhone, isPhone, readPhone, tidyPhone } from '#schemas/taiwan/phone.ts';
import { readPlate } from '#schemas/taiwan/plate.ts';
import { readBirthday } from '#schemas/taiwan/read-birthday.ts';
import { parseDate, parseMonth } from '#schemas/taiwan/read-date.ts';
import { readNationalId } from '#schemas/taiwan/read-national-id.ts';
import { valueOf } from '#schemas/taiwan/reading.ts';
import type { Reading } from '#schemas/taiwan/reading.ts';
import { compactRocDate, formatRocDate } from '#schemas/taiwan/roc-date.ts';
import { checkOfficial } from '../county/drafts/check-official.ts';

interface Row {
  readonly fn: string;
  readonly input: unknown;
  readonly want: unknown;
  readonly why?: string;
}

const rows = JSON.parse(readFileSync(new URL('typed-inputs.json', import.meta.url), 'utf8')) as readonly Row[];

const orNull = (value: unknown): unknown => value ?? null;
const value = (read: (text: string) => Reading<unknown>) => (input: unknown) => orNull(valueOf(read(input as string)));
const passes = (check: (text: string) => boolean) => (input: unknown) => check(input as string);
const text = (read: (text: string) => unknown) => (input: unknown) => orNull(read(input as string));
const reads = (kind: ValueKind) => (input: unknown) =>
  readValue({ name: 'x', kind } as unknown as Parameters<typeof readValue>[0], input as JsonValue);

const compared = ([typed, official]: readonly [string, string], address: boolean): boolean => {
  const answer = (one: string) => (address ? { county: '嘉義縣', town: '太保市', detail: one } : one);
  const field = { type: address ? 'address' : 'text', id: 'q', label: { 'zh-Hant': '題', en: 'Q' } } as const;
  const entry = { value: answer(official), policy: 'compare', provenance: {} } as never;
  const { errors } = checkOfficial([field], { q: answer(typed) }, {}, { values: { q: entry }, officialRows: {} });
  return errors.length === 0;
};

const functions: Readonly<Record<string, (input: unknown) => unknown>> = {
  readNationalId: value(readNationalId),
  readPhone: value((typed) => readPhone(typed)),
  readEmail: value(readEmail),
  readPlate: value(readPlate),
  readInstitution: value(readInstitution),
  tidyInstitution: text(tidyInstitution),
  readAccount: value((typed) => readAccount(typed)),
  readHouseholdNumber: value(readHouseholdNumber),
  readNhiCardNumber: value(readNhiCardNumber),
  readCitizenCertificateNumber: value(readCitizenCertificateNumber),
  'readDigitCode 8': value((typed) => readDigitCode(typed, 8)),
  tidyMobileBarcode: text((typed) =>
    isMobileBarcode(tidyMobileBarcode(typed)) ? tidyMobileBarcode(typed) : undefined,
  ),
  isCitizenId: passes(ids.isCitizenId),
  'isCitizenId (raw)': passes(ids.isCitizenId),
  isResidentNumber: passes(ids.isResidentNumber),
  isOldResidentNumber: passes(ids.isOldResidentNumber),
  sexOfId: text(ids.sexOfId),
  'parseNationalId (form field)': text(parseNationalId),
  'tidyId (consent, progress, counter)': text(ids.tidyId),
  parseDate: text(parseDate),
  parseMonth: text(parseMonth),
  parseMoment: text(parseMoment),
  formatRocDate: text(formatRocDate),
  compactRocDate: text(compactRocDate),
  'readRocBirthday (identity page)': text((typed) => compactRocDate(valueOf(readBirthday(typed, '2026-11-28')) ?? '')),
  answerOf: (input) => {
    const answer = answerOf(input as RocDateParts);
    // Where the row wants anything but another year that nobody meant.
    return answer !== undefined && !/^\d{4}-\d\d-\d\d$/.test(answer) ? 'not a silent other year' : answer;
  },
  'partsOf(answerOf(x)) keeps what was typed': (input) => partsOf(answerOf(input as RocDateParts)),
  splitAddress: (input) => {
    const { county, town, rest } = splitAddress(input as string);
    return [orNull(county), orNull(town), rest];
  },
  splitRest: (input) => {
    const { village, neighbourhood, street } = splitRest(input as string);
    return [orNull(village), orNull(neighbourhood), orNull(street)];
  },
  'tidyPhone + isPhone': (input) => {
    const phone = tidyPhone(input as string);
    return isPhone(phone) ? phone : null;
  },
  formatPhone: text(formatPhone),
  'withPart account → isAccountNumber 700': (input) => {
    const account = withPart({ institution: '700' }, 'account', input as string)?.account ?? '';
    return isAccountNumber(account, '700') ? account : null;
  },
  'withPart institution': (input) => withPart({}, 'institution', input as string)?.institution,
  isInstitutionCode: passes(isInstitutionCode),
  isAccountNumber: (input) => isAccountNumber(...(input as [string, string])),
  isBusinessNumber: passes(isBusinessNumber),
  isBusinessNumberBefore2023: passes(isBusinessNumberBefore2023),
  isMobileBarcode: passes(isMobileBarcode),
  isNhiCardNumber: passes(isNhiCardNumber),
  isHouseholdNumber: passes(isHouseholdNumber),
  isEmail: passes(isEmail),
  maskName: text(maskName),
  maskMobile: text(maskMobile),
  parseNumber: text(parseNumber),
  'checkOfficial compare': (input) => compared(input as [string, string], false),
  'checkOfficial compare address': (input) => compared(input as [string, string], true),
  'readCsv BOM+CRLF': text(readCsv),
  'readCsv excel formula text': text(readCsv),
  'readCsv newline in quotes': text(readCsv),
  'readValue money': reads('money'),
  'readValue number': reads('number'),
  'readValue date': reads('date'),
  'readValue text': reads('text'),
  'readValue national-id': reads('national-id'),
  'readValue business-number': reads('business-number'),
};

for (const { fn, input, want, why } of rows) {
  test(`${fn} ${JSON.stringify(input)}${why ? `: ${why}` : ''}`, () => {
    const check = functions[fn];
    assert.ok(check, `nothing reads ${fn}`);
    assert.deepEqual(check(input), want);
  });
}

/** More of the same kinds, thought up by somebody who had not read the readers: `{ [fn]: [input, want][] }`. */
const variants = JSON.parse(readFileSync(new URL('typed-variants.json', import.meta.url), 'utf8')) as {
  readonly [fn: string]: readonly (readonly [input: unknown, want: unknown])[];
};

for (const [fn, list] of Object.entries(variants)) {
  test(`${fn}: ${list.length} more`, () => {
    const check = functions[fn];
    assert.ok(check, `nothing reads ${fn}`);
    assert.deepEqual(
      list.map(([input]) => [input, check(input)]),
      list,
    );
  });
}

test('a reader takes no longer for a very long text than the text is long', () => {
  for (const seed of ['1', '一', '886', '0912', ' ', '-', 'a@', '分機', '里', '1之', '<', '１', '上午 '])
    for (const long of [`臺北市${seed.repeat(40_000)}號`, `02-23456789${seed.repeat(40_000)}q`])
      for (const [fn, check] of Object.entries(functions)) {
        if (!/^(?:read(?!Csv)|parse|split|tidy|check)/.test(fn)) continue;
        // Of this process alone: others may keep the machine busy.
        const begin = process.cpuUsage();
        check(fn.startsWith('check') ? [long, `${long}1`] : long);
        const { user, system } = process.cpuUsage(begin);
        const took = (user + system) / 1_000;
        assert.ok(took < 2_000, `${fn} took ${Math.round(took)} ms for ${seed}`);
      }
});
