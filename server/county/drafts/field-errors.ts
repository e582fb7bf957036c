/** From what the compiled validator and the policies find wrong to what the resident is told, question by question. */
import type { Field, FormDefinition } from '#schemas/form/definition.ts';
import { fieldErrors } from '#schemas/form/field-errors.ts';
import type { AnswerError } from '#schemas/form/validate.ts';
import type { Text } from '#schemas/text.ts';
import type { FieldError } from '../errors.ts';
import { fieldOf } from './form-fields.ts';

type Say = (label: string) => string;

const sayings: Readonly<Record<string, readonly [Say, Say]>> = {
  required: [(label) => `請填寫「${label}」。`, (label) => `Please answer “${label}”.`],
  confirm: [
    (label) => `請確認「${label}」是否正確；若不正確，請說明哪裡不對。`,
    (label) => `Please confirm “${label}”, or say what is wrong with it.`,
  ],
  reason: [(label) => `您改了「${label}」，請說明修改的原因。`, (label) => `You changed “${label}”. Please say why.`],
  claim: [(label) => `請說明「${label}」哪裡不對。`, (label) => `Please say what is wrong with “${label}”.`],
  compare: [
    (label) => `「${label}」與機關的資料不符，請檢查後再輸入一次。`,
    (label) => `“${label}” does not agree with the agency’s record. Please check it and enter it again.`,
  ],
  'official-changed': [
    (label) => `「${label}」是機關提供的資料，不能在這裡修改。請重新整理網頁；若資料有誤，請在旁邊註明。`,
    (label) =>
      `“${label}” comes from an agency and cannot be changed here. Please reload the page; if it is wrong, note that beside it.`,
  ],
  file: [
    (label) => `「${label}」的檔案找不到，請重新上傳。`,
    (label) => `A file of “${label}” was not found. Please upload it again.`,
  ],
  maxLength: [(label) => `「${label}」太長，請縮短。`, (label) => `“${label}” is too long.`],
  minItems: [(label) => `請在「${label}」多選一些。`, (label) => `Please choose more in “${label}”.`],
  maxItems: [(label) => `「${label}」太多，請減少。`, (label) => `There is too much in “${label}”.`],
  minimum: [(label) => `「${label}」的數字太小，請檢查。`, (label) => `The number in “${label}” is too small.`],
  maximum: [(label) => `「${label}」的數字太大，請檢查。`, (label) => `The number in “${label}” is too large.`],
};
const otherwise: readonly [Say, Say] = [(label) => `請檢查「${label}」的內容。`, (label) => `Please check “${label}”.`];

/** @param place field id, or `group[2].inner` */
export function fieldError(field: Field | undefined, place: string, keyword: string): FieldError {
  const [zh, en] = sayings[keyword] ?? otherwise;
  const label: Text = field?.label ?? { 'zh-Hant': place, en: place };
  return { field: place, keyword, message: { 'zh-Hant': zh(label['zh-Hant']), en: en(label.en) } };
}

/** One error per question, in the form's order. */
export function answerErrors(form: FormDefinition, errors: readonly AnswerError[]): readonly FieldError[] {
  const found = new Map<string, FieldError>();
  for (const { field, keyword } of fieldErrors(form, errors)) {
    if (!found.has(field)) found.set(field, fieldError(questionOf(form, field), field, keyword));
  }
  return [...found.values()];
}

function questionOf(form: FormDefinition, place: string): Field | undefined {
  const [id = '', inner] = place.split(/\[\d+\]\./);
  const field = fieldOf(form, id);
  return inner !== undefined && field?.type === 'group' ? field.fields.find((one) => one.id === inner) : field;
}
