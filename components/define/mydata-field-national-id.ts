import { MydataFieldNationalId } from '../fields/national-id/national-id-field.ts';
import { define } from './define.ts';

define('mydata-field-national-id', MydataFieldNationalId);
