/** What the look-up asks for, tidied and checked before it is sent. Pure. */
import { readApplicationNumber } from '#schemas/taiwan/application-number.ts';
import { readNationalId } from '#schemas/taiwan/read-national-id.ts';
import { isRead, valueOf } from '#schemas/taiwan/reading.ts';
import type { Reading } from '#schemas/taiwan/reading.ts';
import type { Text } from '#schemas/text.ts';
import { text } from '../text/text.ts';

export type InquiryField = 'applicationNo' | 'nationalId';

export interface Inquiry {
  readonly applicationNo: string;
  readonly nationalId: string;
}

const labels = {
  applicationNo: text('申請編號', 'The application number'),
  nationalId: text('身分證統一編號', 'The national id'),
} as const;

const texts = {
  applicationNo: text('請輸入申請編號', 'Enter the application number'),
  nationalId: text('請輸入身分證統一編號', 'Enter the national id number'),
} as const;

const readers: { readonly [field in InquiryField]: (typed: string) => Reading<string> } = {
  applicationNo: readApplicationNumber,
  nationalId: readNationalId,
};

/** What was understood of it; else as typed. */
export const tidyInquiry = (typed: Inquiry): Inquiry => ({
  applicationNo: valueOf(readers.applicationNo(typed.applicationNo)) ?? typed.applicationNo.trim(),
  nationalId: valueOf(readers.nationalId(typed.nationalId)) ?? typed.nationalId.trim(),
});

/** Whether it belongs to a case only the county app knows. */
export const inquiryErrors = (inquiry: Inquiry): readonly { field: InquiryField; message: Text }[] =>
  (['applicationNo', 'nationalId'] as const).flatMap((field) => {
    if (!inquiry[field]) return [{ field, message: texts[field] }];
    const reading = readers[field](inquiry[field]);
    if (isRead(reading)) return [];
    const { reason, example } = reading;
    const label = labels[field];
    const message = text(
      `${label['zh-Hant']}${reason['zh-Hant']}，例如 ${example}`,
      `${label.en} ${reason.en}, for example ${example}`,
    );
    return [{ field, message }];
  });
