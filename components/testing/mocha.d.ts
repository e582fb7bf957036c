/** The globals of mocha that browser tests use; the test runner brings mocha without types. */
type MochaBody = (this: { timeout(ms: number): void }) => unknown;
declare function describe(title: string, body: () => void): void;
declare function it(title: string, body: MochaBody): void;
declare function before(body: MochaBody): void;
declare function beforeEach(body: MochaBody): void;
declare function after(body: MochaBody): void;
declare function afterEach(body: MochaBody): void;
