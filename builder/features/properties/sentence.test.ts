import { expect } from '@open-wc/testing';
import { reliefDocument } from '../../testing/documents.ts';
import { partsOf } from '../../model/locate.ts';
import type { Condition } from '#schemas/form/definition.ts';
import { fieldsBefore, readSentence, writeSentence } from './sentence.ts';

it('reads every condition of a real form and writes the same again', () => {
  const conditions = [...partsOf(reliefDocument).values()].flatMap(({ part }) => (part.show ? [part.show] : []));
  expect(conditions.length).to.be.greaterThan(3);
  for (const condition of conditions) {
    const sentence = readSentence(condition);
    if (sentence) expect(readSentence(writeSentence(sentence)!)).to.deep.equal(sentence);
  }
});

it('leaves what it can not say in one level alone', () => {
  const deep: Condition = { and: [{ or: [{ '==': [{ var: 'a' }, 1] }] }, { '==': [{ var: 'b' }, 1] }] };
  expect(readSentence(deep)).to.equal(undefined);
  expect(readSentence({ '<': [5, { var: 'a' }] })).to.equal(undefined);
});

it('asks only about questions that come before', () => {
  const ids = fieldsBefore(reliefDocument, 'field/applicantBirthDate').map(({ id }) => id);
  expect(ids).to.deep.equal(['applicantName', 'applicantId']);
  expect(fieldsBefore(reliefDocument, 'field/applicantName')).to.deep.equal([]);
});
