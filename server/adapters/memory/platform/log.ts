import { appendEvent, broken, noteSubject, signHead, type LogRows } from '#server/platform/log/append.ts';
import type { Checkpoint, LogEntry, LogReads, LogStep, LogSubject } from '#server/platform/storage.ts';
import type { Area } from './area.ts';

class Model {
  entries = new Map<number, LogEntry>();
  nodes = new Map<string, Uint8Array>();
  checkpoints = new Map<number, Checkpoint>();
  subjects = new Map<string, LogSubject>();
}

const add = <Key, Row>(rows: Map<Key, Row>, key: Key, row: Row): void => {
  if (rows.has(key)) broken();
  rows.set(key, row);
};

const newest = (model: Model): Checkpoint | undefined => [...model.checkpoints.values()].at(-1);

const rowsOf = (model: Model): LogRows => ({
  size: () => model.entries.size,
  node: ({ level, index }) => model.nodes.get(`${level} ${index}`),
  subject: (txId) => model.subjects.get(txId),
  checkpoint: () => newest(model),
  addEntry: (entry) => add(model.entries, entry.index, entry),
  addNode: ({ level, index, hash }) => add(model.nodes, `${level} ${index}`, hash),
  putSubject: (subject) => void model.subjects.set(subject.txId, subject),
  addCheckpoint: (checkpoint) => add(model.checkpoints, checkpoint.size, checkpoint),
});

export const logArea: Area<Model, LogStep, LogReads> = {
  empty: () => new Model(),
  steps: {
    'open-transaction': (model, { transaction: { txId, startedAt, clientId, personHash } }) =>
      noteSubject(rowsOf(model), txId, startedAt, { clientId, personHash }),
    'verify-identity': (model, { txId, startedAt, clientId, personHash }) =>
      noteSubject(rowsOf(model), txId, startedAt, { clientId, personHash }),
    'record-event': (model, step) => appendEvent(rowsOf(model), step),
    'sign-head': (model, step) => signHead(rowsOf(model), step),
    'forget-old': (model, { recordsBefore }) => {
      for (const [txId, subject] of model.subjects) if (subject.startedAt < recordsBefore) model.subjects.delete(txId);
    },
  },
  reads: (of) => ({
    logEntries: async (start, end) => [...of().entries.values()].filter(({ index }) => index >= start && index < end),
    logNodes: async (places) => places.map((place) => rowsOf(of()).node(place)),
    checkpoint: async () => newest(of()),
    checkpoints: async (start, end) => [...of().checkpoints.values()].filter(({ size }) => size > start && size <= end),
    logSubject: async (txId) => of().subjects.get(txId),
  }),
};
