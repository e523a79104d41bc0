/** The styles that every document of the extension has, in the order in which they may override each other. */
import './tokens.css';
import './base.css';
import './buttons.css';
import './fields.css';
import './switch.css';
import './tables.css';
import './entries.css';
import './dialog.css';
