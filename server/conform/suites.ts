/** Whom the kit can check. */
import type { Suite } from './check.ts';
import { dpSuite } from './dp/suite.ts';
import { platformSuite } from './platform/suite.ts';
import { spSuite } from './sp/suite.ts';

/** Each has a context of its own, which nobody but itself looks into. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnySuite = Suite<any>;

export const suites: readonly AnySuite[] = [spSuite, dpSuite, platformSuite];
