import { MydataFieldFile } from '../fields/file/file-field.ts';
import { define } from './define.ts';

define('mydata-field-file', MydataFieldFile);
