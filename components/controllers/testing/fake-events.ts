/** Stands for the browser's own: the test tells when news comes. Tests only. */
export class FakeEvents extends EventTarget {
  static last?: FakeEvents;
  readyState = 1;
  constructor(readonly url: string) {
    super();
    FakeEvents.last = this;
  }
  close(): void {
    this.readyState = 2;
  }
}
