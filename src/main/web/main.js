import './text/english.js';
import './style/main.css';
import './parts/app.js';
