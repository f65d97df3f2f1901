import { marked, sentence, ruler, faulty, set } from './draw.js';

const people = [
  { name: 'user-42, premium', id: 'user-42', role: 'premium', age: 29, plan: 'premium', orders: 64 },
  { name: 'user-7, member', id: 'user-7', role: 'member', age: 17, plan: 'free', orders: 2 },
  { name: 'user123, admin', id: 'user123', role: 'admin', age: 42, plan: 'enterprise', orders: 120 },
  { name: 'a visitor', id: '', role: '', age: '', plan: '', orders: '' },
];
const names = ['id', 'role', 'age', 'plan', 'orders'];
const pause = 400;

const $ = id => document.getElementById(id);
const form = $('context');
const rows = new Map();
let known = new Map();     // key → the value that is shown
let before = new Map();    // key → the value that it had before the last edit, for the same user
let changedAt = 0;
let version = '';
let asking;

const field = name => form.elements[name].value;
const query = () => new URLSearchParams(names.filter(name => field(name) !== '').map(name => [name, field(name)]));
const userName = () => field('id') || 'a visitor';

/* The user */

for (const person of people) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn';
  button.textContent = person.name;
  button.addEventListener('click', () => choose(person));
  $('people').append(button);
}

function choose(person) {
  for (const name of names) form.elements[name].value = person[name];
  ask(true);
}

function press() {
  people.forEach((person, i) => $('people').children[i].setAttribute('aria-pressed', String(names.every(name => String(person[name]) === field(name)))));
}

$('another').addEventListener('click', () => {
  form.hidden = !form.hidden;
  $('another').setAttribute('aria-expanded', String(!form.hidden));
  if (!form.hidden) form.elements.id.focus();
});
form.addEventListener('input', () => ask(true));
form.addEventListener('submit', event => event.preventDefault());

/* The answers */

async function ask(isOtherUser) {
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  if (isOtherUser) press();
  try {
    const answer = await fetch(`api/flags?${query()}`, { signal });
    if (!answer.ok) throw new Error(`the sample answered ${answer.status}`);
    show(await answer.json(), isOtherUser);
  } catch (error) {
    if (signal.aborted) return;
    state('bad', `no answer: ${error instanceof TypeError ? 'the sample does not run' : error.message}`);
  }
}

function show(page, isOtherUser) {
  remember(page, isOtherUser);
  const [widget, ...others] = page.flags;
  state(page.fault ? 'bad' : 'live', page.fault ? `${page.file} has a fault` : `watching ${page.file}, version ${page.version.slice(0, 8)}`, page.path);
  set($('fault'), page.fault, () => faulty(page.fault, page.file));
  set($('excerpt'), page.excerpt, () => page.excerpt ? marked(page.excerpt) : []);
  $('file').textContent = page.file;
  $('lines').textContent = page.excerpt ? `lines ${page.excerpt.line} to ${page.excerpt.line + page.excerpt.text.split('\n').length - 1}` : '';
  set($('csharp'), page.context, () => marked({ text: code(page.context), markStart: 0, markEnd: 0 }));

  $('for').textContent = `For ${userName()} it is`;
  $('answer').textContent = widget.value;
  $('was').textContent = was(widget);
  set($('why'), widget.why, () => sentence(widget.why));
  set($('ruler'), widget.place, () => widget.place ? ruler(widget.place) : []);
  $('ruler').toggleAttribute('hidden', !widget.place);
  if (widget.place) $('ruler').setAttribute('aria-label', `Bucket ${widget.place.bucket} of ${widget.place.unit}; in are those below ${widget.place.percentage}`);
  set($('reason'), [widget.reason, widget.rule], () => sentence([{ text: widget.reason, as: 'code' }, { text: widget.rule ? `, rule ${widget.rule}.` : '.' }]));
  $('steps').textContent = widget.steps;
  others.forEach(showRow);
}

/* What an edit changed stays beside the new value until the next edit or another user. */
function remember(page, isOtherUser) {
  const now = new Map(page.flags.map(flag => [flag.key, flag.value]));
  if (isOtherUser) before = new Map();
  else if (page.version !== version) {
    const changed = [...now].filter(([key, value]) => known.has(key) && known.get(key) !== value).map(([key]) => key);
    before = new Map(changed.map(key => [key, known.get(key)]));
    if (changed.length) {
      changedAt = Date.now();
      $('news').textContent = changed.map(key => `${key} is now ${now.get(key)}`).join(', ') + ` for ${userName()}.`;
    }
  }
  known = now;
  version = page.version;
  age();
}

const was = flag => before.has(flag.key) ? `was ${before.get(flag.key)}` : '';

function age() {
  const seconds = Math.floor((Date.now() - changedAt) / 1000);
  $('age').hidden = before.size === 0;
  $('age').textContent = seconds < 1 ? 'changed just now' : seconds < 60 ? `changed ${seconds} s ago` : `changed ${Math.floor(seconds / 60)} min ago`;
}

function state(mark, text, path) {
  $('state').className = `mark ${mark}`;
  $('state').textContent = text;
  if (path) $('state').title = path;
}

function code(context) {
  return `FeatureContext context = new()\n{\n${context.map(line => `    ${line}`).join('\n')}\n};\n\nif (Features.DashboardWidget\n        .IsEnabled(context))\n{\n    ShowWidget();\n}`;
}

/* The table */

function showRow(flag) {
  const row = rows.get(flag.key) ?? makeRow(flag.key);
  row.steps = flag.steps;
  set(row.type, flag.type, () => [flag.type]);
  set(row.code, flag.code, () => sentence([{ text: flag.code, as: 'code' }]));
  row.value.textContent = flag.value;
  row.was.textContent = was(flag);
  set(row.why, flag.why, () => sentence(flag.why));
  if (row.all) row.all.querySelector('pre').textContent = flag.steps;
}

function makeRow(key) {
  const line = document.createElement('tr');
  const cell = (name, label) => {
    const td = document.createElement('td');
    td.className = name;
    if (label) td.dataset.label = label;
    line.append(td);
    return td;
  };
  const make = (tag, name, parent) => {
    const element = document.createElement(tag);
    element.className = name;
    parent.append(element);
    return element;
  };
  line.dataset.key = key;
  const first = cell('flag');
  const button = make('button', 'key', first);
  button.type = 'button';
  button.textContent = key;
  button.setAttribute('aria-expanded', 'false');
  const row = { type: make('span', 'type', first), code: cell('csharp'), all: null };
  const value = cell('gives', 'value');
  row.value = make('span', 'value', value);
  value.append(' ');
  row.was = make('span', 'was', value);
  row.why = cell('why');
  button.addEventListener('click', () => toggle(row, line, button));
  $('flags').append(line);
  rows.set(key, row);
  return row;
}

function toggle(row, line, button) {
  if (row.all) {
    row.all.remove();
    row.all = null;
  } else {
    row.all = document.createElement('tr');
    row.all.className = 'all';
    const td = row.all.insertCell();
    td.colSpan = 4;
    const pre = document.createElement('pre');
    pre.className = 'code steps';
    pre.tabIndex = 0;
    pre.setAttribute('role', 'region');
    pre.setAttribute('aria-label', `Every step of ${button.textContent}`);
    pre.textContent = row.steps;
    td.append(pre);
    line.after(row.all);
  }
  button.setAttribute('aria-expanded', String(!!row.all));
}

choose(people[0]);
for (;;) {
  await new Promise(done => setTimeout(done, pause));
  await ask(false);
}
