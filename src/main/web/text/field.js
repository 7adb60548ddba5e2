import field from '../messages/en-field.js';
import shared from '../messages/en-shared.js';
import { know, tellLanguage } from './text.js';

know({ ...shared, ...field });
tellLanguage();
