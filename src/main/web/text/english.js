import english from '../messages/en.js';
import { know, tellLanguage } from './text.js';

know(english);
tellLanguage();
