import { MydataFieldEvidence } from '../fields/evidence/evidence-field.ts';
import { define } from './define.ts';

define('mydata-field-evidence', MydataFieldEvidence);
