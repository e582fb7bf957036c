import { MydataFieldTime } from '../fields/time/time-field.ts';
import { define } from './define.ts';

define('mydata-field-time', MydataFieldTime);
