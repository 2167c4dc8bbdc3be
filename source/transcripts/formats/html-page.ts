/** The style of an HTML export. */
export const pageStyle = `
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 44rem; padding: 0 1rem 4rem; font: 1rem/1.6 system-ui, sans-serif; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
dt, .time, #count { color: GrayText; }
dd { margin: 0; overflow-wrap: anywhere; }
.find { position: sticky; top: 0; padding: 0.5rem 0; background: Canvas; }
.passage { margin: 0.5rem 0; overflow-wrap: anywhere; }
.new-speaker { margin-top: 1.5rem; }
.speaker { display: block; }
.time { font-variant-numeric: tabular-nums; }
.passage:target { outline: 2px solid; outline-offset: 0.25rem; }
mark.current { outline: 2px solid; }
`;

/** Find in the page: marks every hit, counts them, goes from one to the next. */
export const pageScript = String.raw`
const field = document.getElementById('find');
const count = document.getElementById('count');
const passages = Array.from(document.querySelectorAll('.words'), element => ({
  element,
  text: element.textContent,
}));
let hits = [];
let current = -1;

function markHits(element, text, pattern) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const mark = document.createElement('mark');
    mark.textContent = match[0];
    nodes.push(text.slice(end, match.index), mark);
    hits.push(mark);
    end = match.index + match[0].length;
  }
  if (nodes.length > 0) {
    element.replaceChildren(...nodes, text.slice(end));
  }
}

function find() {
  for (const mark of hits) {
    const element = mark.closest('.words');
    if (element) element.textContent = element.textContent;
  }
  hits = [];
  current = -1;
  const words = field.value.trim().split(/\s+/).map(word => word.replace(/[\\^$.*+?()[\]{}|\/]/g, '\\$&'));
  if (words[0] !== '') {
    const pattern = new RegExp(words.join('\\s+'), 'giu');
    for (const {element, text} of passages) markHits(element, text, pattern);
  }
  go(1);
}

function go(step) {
  hits[current]?.classList.remove('current');
  current = hits.length === 0 ? -1 : (current + step + hits.length) % hits.length;
  hits[current]?.classList.add('current');
  hits[current]?.scrollIntoView({block: 'center'});
  count.textContent = field.value.trim() === '' ? '' : (current + 1) + ' of ' + hits.length;
}

field.addEventListener('input', find);
field.addEventListener('keydown', event => {
  if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
});
document.getElementById('previous').addEventListener('click', () => go(-1));
document.getElementById('next').addEventListener('click', () => go(1));
`;

/** SHA-256 of the style and the script: the page may run these and load nothing. */
export const pagePolicy = [
	"default-src 'none'",
	"style-src 'sha256-NsYhdV9NovuwuJGm50fofayaRgAMozC0qJBnNIm+xIQ='",
	"script-src 'sha256-PIRG8AhjfuHLvCCbOpYYo8Ndp+3LYF0H/3LkZgZ9SLU='",
	"base-uri 'none'",
	"form-action 'none'",
].join('; ');
