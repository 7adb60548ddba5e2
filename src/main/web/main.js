import './style/main.css';
import './parts/app.js';
