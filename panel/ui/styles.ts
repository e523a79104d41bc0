/** The styles of every document of the extension, in the order in which they can override each other. */
import './tokens.css';
import './base.css';
import './buttons.css';
import './fields.css';
import './switch.css';
import './tables.css';
import './entries.css';
import './dialog.css';
