/** What was done and is not at the county yet, kept on this computer: a crash or a dead battery loses nothing. */
import type { DraftHistory, SaveDocument } from '#schemas/wire/builder-api.ts';
import type { FormDocument } from '#schemas/publish/form-document.ts';

export interface LocalCopy {
  readonly document: FormDocument;
  readonly history: DraftHistory;
  /** The revision that it was made from. */
  readonly revision: number;
  /** What stood at the county under that revision: what a merge begins from. Absent in copies of earlier builders. */
  readonly base?: FormDocument;
  /** Sent, and never answered: one of them may stand there by now. */
  readonly sent?: readonly FormDocument[];
  /** What the next save has to say of it. */
  readonly keeps?: SaveDocument['keeps'];
  readonly restores?: SaveDocument['restores'];
  /** Whose work it is. Absent in copies of earlier builders. */
  readonly by?: string;
  readonly at: string;
}

export interface LocalCopies {
  read(form: string): Promise<LocalCopy | undefined>;
  /** Rejects where it is not kept, e.g. for want of room. */
  write(form: string, copy: LocalCopy): Promise<void>;
  remove(form: string): Promise<void>;
}

/** In IndexedDB. A browser that has none (private windows of some) keeps nothing, and says so when it is to write. */
export function browserCopies(name = 'mydata-form-builder'): LocalCopies {
  let opened: Promise<IDBDatabase> | undefined;
  const open = (): Promise<IDBDatabase> =>
    (opened ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => void request.result.createObjectStore('copies');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('no database'));
    }));
  const ask = async <T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T | undefined> => {
    const transaction = (await open()).transaction('copies', mode);
    const request = work(transaction.objectStore('copies'));
    // A disk that is full ends the transaction after the request itself went well.
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('not kept'));
    });
  };
  return {
    read: (form) => ask<LocalCopy | undefined>('readonly', (store) => store.get(form)).catch(() => undefined),
    async write(form, copy) {
      await ask('readwrite', (store) => store.put(copy, form));
    },
    async remove(form) {
      await ask('readwrite', (store) => store.delete(form)).catch(() => undefined);
    },
  };
}
