/** The form and the list of calls that the examples share. `dialOut` is that of the meeting. */
export function showCalls(dialOut) {
  const byId = (id) => document.getElementById(id);
  byId('dial').onclick = () => dial(byId('destination').value);
  byId('ten').onclick = () => {
    for (let index = 0; index < 10; index++) {
      dial(index % 2 === 0 ? `guest${index}@example.com` : 'busy@example.com');
    }
  };

  function dial(destination) {
    const line = byId('calls').appendChild(document.createElement('li'));
    const show = (text) => {
      line.textContent = `${destination}: ${text}`;
    };
    const call = dialOut({ destination, protocol: 'sip', role: 'GUEST' });
    show(call.state);
    call.on('progress', ({ state }) => show(state));
    call.on('no-answer', () => show('no answer yet'));
    call.joined.then(
      ({ displayName }) => show(`joined as ${displayName}`),
      ({ code, message }) => show(`${code}, ${message}`),
    );
  }
}
