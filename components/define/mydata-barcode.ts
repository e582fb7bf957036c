import { MydataBarcode } from '../barcode/barcode-element.ts';
import { define } from './define.ts';

define('mydata-barcode', MydataBarcode);
