import { readFileSync } from 'node:fs';
import { type ServedPage, servePage } from './page';

const snippet = (name: string) => readFileSync(`tests/browser/doubles/seed-snippets/${name}.txt`, 'utf8');

/**
 * The host page of the seed document: its listening and its sending snippets, character for character.
 *
 * The listening one has nothing but comments where it acts. What it hears is seen from outside: it reads
 * `event.data` only once the source has passed its own check, and that reading is noted in `#heard`.
 */
export const serveSeedPage = (meetingUrl: string): Promise<ServedPage> =>
  servePage(`<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>The seed document's host page</title></head>
  <body>
    <ol id="heard"></ol>
    <button type="button" data-runs="badge">Unread</button>
    <button type="button" data-runs="dial-out">Call Alice</button>
    <script>
      const listen = window.addEventListener.bind(window);
      window.addEventListener = (type, listener) =>
        listen(type, (event) =>
          listener({
            source: event.source,
            get data() {
              const line = document.createElement('li');
              line.textContent = JSON.stringify(event.data);
              document.getElementById('heard').append(line);
              return event.data;
            },
          }),
        );
      for (const button of document.querySelectorAll('[data-runs]')) {
        button.onclick = () => {
          const script = document.createElement('script');
          script.textContent = document.getElementById(button.dataset.runs).textContent;
          document.body.append(script);
        };
      }
    </script>
    <script>${snippet('listening')}</script>
    <script>delete window.addEventListener;</script>
    <script type="text/plain" id="badge">${snippet('sending-badge')}</script>
    <script type="text/plain" id="dial-out">${snippet('sending-dial-out')}</script>
    <iframe id="webapp3" title="Meeting" width="900" height="600" src="${meetingUrl}"></iframe>
  </body>
</html>`);
