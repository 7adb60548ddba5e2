import './style/field.css';
import './text/field.js';
import './parts/field/app.js';
