/* What is drawn: code, sentences, the strip of a hundred, a fault. No text of the file or the flags is ever read as HTML. */

/** Replaces what an element shows where what it shows has changed, so that a selection or a scroll position stays. */
export function set(element, data, draw) {
  const signature = JSON.stringify(data ?? null);
  if (element.signature === signature) return;
  element.signature = signature;
  element.replaceChildren(...draw());
}

function element(tag, text, name) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (name) made.className = name;
  return made;
}

/** Code with its strings and comments coloured, and one part underlined. */
export function marked({ text, markStart, markEnd }) {
  const parts = [];
  const add = (from, to, name) => {
    // The mark may begin or end within a string.
    for (const [start, end] of [[from, Math.min(to, markStart)], [Math.max(from, markStart), Math.min(to, markEnd)], [Math.max(from, markEnd), to]]) {
      if (start >= end) continue;
      const isMarked = start >= markStart && end <= markEnd && markStart < markEnd;
      const piece = name ? element('span', text.slice(start, end), name) : document.createTextNode(text.slice(start, end));
      if (isMarked) {
        const last = parts.at(-1)?.nodeName === 'MARK' ? parts.at(-1) : document.createElement('mark');
        last.append(piece);
        if (parts.at(-1) !== last) parts.push(last);
      } else parts.push(piece);
    }
  };
  let at = 0;
  for (const token of text.matchAll(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[^]*?\*\//g)) {
    add(at, token.index);
    add(token.index, token.index + token[0].length, token[0][0] === '"' ? 's' : 'c');
    at = token.index + token[0].length;
  }
  add(at, text.length);
  return parts;
}

/** A sentence whose names are bold and whose code is code; both are somebody's text. */
export function sentence(words) {
  return words.map(({ text, as }) => {
    if (!as) return document.createTextNode(text);
    const part = element(as === 'code' ? 'code' : 'b', '');
    part.append(element('bdi', text));
    return part;
  });
}

function svg(tag, attributes, text) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

/** The strip of a hundred: gold for those who are in, and a line where the user stands. */
export function ruler({ bucket, percentage, unit }) {
  const anchor = at => at < 12 ? 'start' : at > 88 ? 'end' : 'middle';
  const parts = [
    svg('rect', { class: 'track', x: '0', y: '16.5', width: '100%', height: '15' }),
    svg('rect', { class: 'on', x: '0', y: '17', width: `${percentage}%`, height: '14' }),
    svg('line', { class: 'here', x1: `${bucket}%`, x2: `${bucket}%`, y1: '12', y2: '36' }),
    svg('text', { class: 'unit', x: bucket < 12 ? '0' : bucket > 88 ? '100%' : `${bucket}%`, y: '9', 'text-anchor': anchor(bucket) }, unit.length > 24 ? `${unit.slice(0, 24)}…` : unit),
    svg('text', { x: `${percentage}%`, y: '46', 'text-anchor': anchor(percentage) }, String(percentage)),
  ];
  if (percentage > 12) parts.push(svg('text', { x: '0', y: '46' }, '0'));
  if (percentage < 80) parts.push(svg('text', { x: '100%', y: '46', 'text-anchor': 'end' }, '100 %'));
  return parts;
}

/** What is wrong with the file, at which line and column, and what is in force meanwhile. */
export function faulty(fault, file) {
  if (!fault) return [];
  const box = element('div', '', 'fault');
  const place = fault.line ? `${file}, line ${fault.line}, column ${fault.column}` : `${file} cannot be read`;
  box.append(element('h2', fault.code ? `${place}: ${fault.code}` : place));
  const message = element('p', '');
  message.append(element('bdi', fault.message));
  box.append(message);
  if (fault.text !== null && fault.line) {
    const indent = fault.text.length - fault.text.trimStart().length;
    const at = Math.max(fault.column - 1, indent);
    const rest = fault.text.slice(at);
    const token = /^(?:"(?:[^"\\]|\\.)*"|[\w.-]+|\S)/.exec(rest)?.[0] ?? '';
    const pre = element('pre', '');
    pre.tabIndex = 0;
    pre.append(element('i', String(fault.line)), fault.text.slice(indent, at), element('b', token || ' '), rest.slice(token.length));
    box.append(pre);
  }
  box.append(element('p', fault.isBroken ? 'The last good flags stay in force.' : 'The rest of the file is in force.', 'quiet'));
  return [box];
}
