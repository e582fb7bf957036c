import { MydataFieldGroup } from '../fields/group/group-field.ts';
import { define } from './define.ts';

define('mydata-field-group', MydataFieldGroup);
