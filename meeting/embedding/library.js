import { connectMeeting } from './external-chat-host.js';

/** The host code of the demo page at `/library`: the built library, and nothing of its own. */
const byId = (id) => document.getElementById(id);
const frame = byId('webapp3');
const meeting = connectMeeting(frame, { origin: new URL(frame.src).origin });

meeting.on('toggle-chat', ({ active }) => {
  byId('chat').hidden = !active;
});
meeting.on('message', ({ text, displayName }) => {
  add('messages', `${displayName ?? 'Somebody'}: ${text}`);
});
byId('unread').onclick = () => meeting.setUnread(3);
byId('dial').onclick = () => {
  const destination = byId('destination').value;
  const line = add('calls', destination);
  const show = (text) => {
    line.textContent = `${destination}: ${text}`;
  };
  const call = meeting.dialOut({ destination, protocol: 'sip', role: 'GUEST' });
  call.on('progress', ({ state }) => show(state));
  call.on('no-answer', () => show('no answer yet'));
  call.on('failed', ({ message }) => show(message));
};

function add(list, text) {
  const line = byId(list).appendChild(document.createElement('li'));
  line.textContent = text;
  return line;
}
