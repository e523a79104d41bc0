import type { Link } from '../../protocol/link';
import { parseHostMessage } from '../../protocol/parse-host-message';
import { asSimulatorRequest } from '../../protocol/simulator';
import type { TraceVerdict } from '../../protocol/trace';
import { createTracer } from '../trace/tracer';

const MARK = 'data-external-chat-simulator';

/** Whether this window is the frame that was prepared. Frames of other origins do not show their element. */
export const isSimulatorFrame = (frame: Window): boolean => frame.frameElement?.hasAttribute(MARK) === true;

/** Posts to the page around it in the plugin's place: what a panel requests, and nothing by itself. */
export function serveSimulator(frame: Window, panel: Link, page: number): void {
  const top = frame.parent;
  const element = frame.frameElement;
  const stop = new AbortController();
  const tracer = createTracer(top, page, []);
  const note = (verdict: TraceVerdict, origin: string, data: unknown) =>
    tracer.note({
      verdict,
      path: [frame],
      origin,
      data,
      end: 'plugin',
      at: Date.now(),
      clock: performance.now(),
    });

  frame.addEventListener(
    'message',
    ({ source, origin, data, isTrusted }: MessageEvent<unknown>) => {
      const parsed = parseHostMessage(data);
      const verdict = parsed.ok ? 'accepted' : parsed.reason;
      note(isTrusted && source === top ? verdict : 'source', origin, data);
    },
    { signal: stop.signal },
  );
  panel.onMessage((data) => {
    const request = asSimulatorRequest(data);
    if (!request) return;
    top.postMessage(request.wire, '*');
    note('sent', '*', request.wire);
  });
  panel.onClose(() => {
    stop.abort();
    if (element?.id === 'external-chat-simulator') element.remove();
    else if (element) giveBack(element);
  });
  tracer.inspect(panel, true);
}

/** The meeting's frame shows again what it had shown. */
function giveBack(element: Element): void {
  const source = element.getAttribute(MARK) ?? '';
  element.removeAttribute(MARK);
  if (source) element.setAttribute('src', source);
  else element.removeAttribute('src');
}
