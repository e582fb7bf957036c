import { MydataErrorSummary } from '../error-summary/error-summary.ts';
import { define } from './define.ts';

define('mydata-error-summary', MydataErrorSummary);
