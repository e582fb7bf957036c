/** A new step, or a new section in a step. A step comes with a section, so that questions have somewhere to go. */
import type { Section, Step } from '#schemas/form/definition.ts';
import { gone, say, type Command } from '../model/command.ts';
import { freshId, idsInUse } from '../model/ids.ts';
import { find, type Ref } from '../model/locate.ts';
import { Draft } from './shared/draft.ts';
import { clamp } from './shared/place.ts';

export interface AddStep {
  readonly index: number;
}

export const addStep: Command<AddStep> = {
  id: 'add-step',
  run(document, { index }) {
    const id = freshId(idsInUse(document, 'step'), 'step1');
    const section = freshId(idsInUse(document, 'section'), 'section1');
    const step: Step = { id, title: say('新步驟', 'New step'), sections: [newSection(section)] };
    const draft = new Draft(document);
    draft.insert(['form', 'steps'], clamp(index, document.form.steps.length), step);
    return { changes: draft.changes, words: say('新增步驟', 'Added a step'), select: [`step/${id}`] };
  },
};

export interface AddSection {
  readonly step: Ref;
  readonly index: number;
}

export const addSection: Command<AddSection> = {
  id: 'add-section',
  run(document, { step, index }) {
    const found = find(document, step);
    if (!found || !('sections' in found.part)) return gone();
    const id = freshId(idsInUse(document, 'section'), 'section1');
    const draft = new Draft(document);
    draft.insert([...found.path, 'sections'], clamp(index, found.part.sections.length), newSection(id));
    return { changes: draft.changes, words: say('新增區段', 'Added a section'), select: [`section/${id}`] };
  },
};

const newSection = (id: string): Section => ({ id, title: say('新區段', 'New section'), fields: [] });
