import './style/main.css';
import './page.js';
