/** A line of a calendar entry or a contact: `ATTENDEE;CN=Bob:mailto:bob@x`, `TEL;TYPE=WORK:+47…`. */
const PROPERTY =
  /^(?:item\d+\.)?(?:TEL|EMAIL|IMPP|URL|CONTACT|LOCATION|ATTENDEE|ORGANIZER|X-[A-Z\d-]+)(?<parameters>(?:;[A-Z-]+(?:=(?:"[^"]*"|[^:;"]*))?)*):(?<value>\S.*)$/;

/** A field of JSON, HTML or a settings file, with its value in quotes: `"destination": "alice@x",`. */
const FIELD = /^[{[]?\s*["']?[a-z][\w-]*["']?\s*[:=]\s*(["'])(?<value>[^"']+)\1\s*[,;}\]]*$/i;

/** The names of a mail's lines with addresses. */
const HEADER = /^(?:to|cc|bcc|from|sender|reply-to):\s+(?=.*@)/i;

/** What a spreadsheet takes for text: `="+47…"`. */
const FORMULA = /^=\s*(["'])(?<value>[^"']+)\1$/;

/** Returns what stands in a line of another format, with the name that it gives; other lines as they are. */
export function withoutProperty(line: string): string {
  const { parameters, value } = PROPERTY.exec(line)?.groups ?? {};
  if (value !== undefined) {
    const [, quoted, plain] = /;CN=(?:"([^"]*)"|([^:;"]*))/.exec(parameters ?? '') ?? [];
    const name = quoted ?? plain;
    return name && !value.includes('<') ? `${name} <${value}>` : value;
  }
  return (FORMULA.exec(line) ?? FIELD.exec(line))?.groups?.value ?? line.replace(HEADER, '');
}
