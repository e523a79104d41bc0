/** What the embedding page shows. */
interface EmbeddingPage {
  /** Origin of Web App 3, e.g. `http://127.0.0.1:8081`. */
  meetingOrigin: string;
  alias: string;
  /** How many meetings to embed; the second one's alias ends in `-2`, and so on. */
  count: number;
  /** What stands before the alias in Web App 3's address: `/webapp3/m/`, `/webapp/conference?conference=`. */
  at: string;
  /** Passed on to Web App 3 as they are. */
  name?: string;
  pin?: string;
  /** Whether the page has host code: the built host library. */
  library?: boolean;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}

function meetingFrame(page: EmbeddingPage, number: number): string {
  const suffix = number === 1 ? '' : `-${number}`;
  const src = new URL(page.at + encodeURIComponent(page.alias + suffix), page.meetingOrigin);
  if (page.name) src.searchParams.set('name', page.name);
  if (page.pin) src.searchParams.set('pin', page.pin);
  return `<iframe id="webapp3${suffix}" title="Meeting ${escapeHtml(page.alias + suffix)}"
      src="${escapeHtml(src.href)}"
      allow="camera; microphone; display-capture; autoplay; fullscreen"></iframe>`;
}

/** What the host code of the page needs. */
const LIBRARY = `
      <p>
        <button type="button" id="unread">Three unread</button>
        <label>Destination <input id="destination" value="alice@example.com"></label>
        <button type="button" id="dial">Dial</button>
      </p>
      <section id="chat" aria-label="Chat" hidden>The chat of this page.</section>
      <ul id="calls" aria-label="Calls"></ul>
      <ul id="messages" aria-label="Messages"></ul>
      <script type="module" src="/library.js"></script>`;

/**
 * A portal of somebody else's that embeds Web App 3: no script without `library`, so that nothing here can
 * help the protocol along, and nothing breaks under a strict Content-Security-Policy.
 */
export function renderEmbeddingPage(page: EmbeddingPage): string {
  const frames = Array.from({ length: page.count }, (_, index) => meetingFrame(page, index + 1));
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Riverside Clinic – ${escapeHtml(page.alias)}</title>
    <link rel="stylesheet" href="/portal.css">
  </head>
  <body>
    <header>
      <strong>Riverside Clinic</strong>
      <nav aria-label="Portal"><a href="#appointments">Appointments</a> <a href="#notes">Notes</a></nav>
    </header>
    <main>
      <h1>Your appointment</h1>
      <p id="appointments">
        This page belongs to a portal. The meeting below is embedded from another origin.
      </p>
      ${frames.join('\n      ')}
      ${page.library ? LIBRARY : ''}
      <p id="notes">Notes: have your documents at hand.</p>
    </main>
  </body>
</html>
`;
}
