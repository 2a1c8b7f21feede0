// The formats that the documents name.
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { isDate, isDateTime } from '../../src/runtime/date-time.ts';

const email = fullFormats.email as RegExp;

export { email, isDate as date, isDateTime as 'date-time' };
