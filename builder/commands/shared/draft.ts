/** Collects changes one after the other, each made for the document as the ones before leave it. */
import { applyChange, type Change } from '../../model/change.ts';
import { asJson, type BuilderDocument } from '../../model/document.ts';
import { at, same, type Json, type Path } from '../../model/json.ts';

export class Draft {
  document: BuilderDocument;
  readonly changes: Change[] = [];

  constructor(document: BuilderDocument) {
    this.document = document;
  }

  insert(path: Path, index: number, value: unknown): void {
    this.#apply({ op: 'insert', path, index, value: value as Json });
  }

  remove(path: Path, index: number): void {
    const value = at(asJson(this.document), [...path, index]);
    if (value !== undefined) this.#apply({ op: 'remove', path, index, value });
  }

  /** Nothing happens where it is so already. */
  set(path: Path, key: string, after: unknown): void {
    const before = at(asJson(this.document), [...path, key]);
    if (same(before, after as Json)) return;
    this.#apply({
      op: 'set',
      path,
      key,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after: after as Json }),
    });
  }

  #apply(change: Change): void {
    this.document = applyChange(asJson(this.document), change) as unknown as BuilderDocument;
    this.changes.push(change);
  }
}
