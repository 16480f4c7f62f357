/** The floor: the same fields as careful hand-written HTML with a stylesheet and a validator of its own. */

const kinds = {
  nik: 'inputmode="numeric" autocomplete="off"',
  email: 'type="email" autocomplete="email"',
  phone: 'type="tel" autocomplete="tel"',
  integer: 'inputmode="numeric"',
  money: 'inputmode="numeric"',
  name: 'autocomplete="name"',
};

function group(field, hint, controls) {
  return `<fieldset class="field" data-field="${field.name}"><legend>${field.label.id}</legend>${hint}<p class="error" id="${field.name}-error" hidden></p>${controls}</fieldset>`;
}

function choices({ name, type, options }) {
  const kind = type === 'radios' ? 'radio' : 'checkbox';
  return options
    .map(({ value, label }) => `<label class="choice"><input type="${kind}" name="${name}" value="${value}"><span>${label.id}</span></label>`)
    .join('');
}

function dateParts({ name }) {
  const parts = Object.entries({ day: 'Tanggal', month: 'Bulan', year: 'Tahun' });
  return `<div class="parts">${parts
    .map(([part, word]) => `<div><label for="${name}-${part}">${word}</label><input id="${name}-${part}" name="${name}.${part}" inputmode="numeric"></div>`)
    .join('')}</div>`;
}

function fieldOf(field) {
  const { name, type, label } = field;
  const hint = field.hint ? `<p class="hint" id="${name}-hint">${field.hint.id}</p>` : '';
  if (type === 'date') return group(field, hint, dateParts(field));
  if (type === 'radios' || type === 'checkboxes') return group(field, hint, choices(field));
  const described = field.hint ? ` aria-describedby="${name}-hint"` : '';
  const control =
    type === 'textarea'
      ? `<textarea id="${name}" name="${name}" rows="4"${described}></textarea>`
      : type === 'select'
        ? `<select id="${name}" name="${name}"${described}><option value="">Pilih…</option>${field.options.map((one) => `<option value="${one.value}">${one.label.id}</option>`).join('')}</select>`
        : `<input id="${name}" name="${name}" ${kinds[type] ?? ''}${described}>`;
  return `<div class="field" data-field="${name}"><label for="${name}">${label.id}</label>${hint}<p class="error" id="${name}-error" hidden></p>${control}</div>`;
}

/** The whole page. */
export function plainPage(fields) {
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Ukur</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/plain.css"><script defer src="/plain.js"></script></head><body><main><h1>Bahan ukur</h1><form novalidate><div data-summary hidden tabindex="-1"><h2>Ada yang perlu diperbaiki</h2><ul></ul></div>${fields.map(fieldOf).join('')}<button>Lanjut</button></form></main></body></html>`;
}

export const plainStyles = `body{margin:0;font:1.125rem/1.5 system-ui,sans-serif;color:#1c1b1a}main{max-width:40rem;margin:auto;padding:1rem}
.field{margin:0 0 2rem;padding:0;border:0}label,legend{display:block;font-weight:600;margin-bottom:.25rem}.hint{margin:0 0 .5rem;color:#5a554e}
input:not([type=radio],[type=checkbox]),select,textarea{font:inherit;box-sizing:border-box;width:100%;min-height:44px;padding:.5rem;border:1px solid #7a736a;border-radius:6px}
.parts{display:flex;gap:1rem}.parts input{width:6rem}.choice{display:flex;gap:.75rem;align-items:center;min-height:44px;font-weight:400}.choice input{width:1.5rem;height:1.5rem}
:focus-visible{outline:3px solid #f2b705}.error{color:#a4161a;font-weight:600;margin:0 0 .5rem}.wrong{border-left:4px solid #a4161a;padding-left:1rem}
[data-summary]{border:3px solid #a4161a;padding:1rem;margin-bottom:2rem}button{font:inherit;min-height:44px;padding:.5rem 1.5rem;background:#0a5568;color:#fff;border:0;border-radius:6px}`;

/** Reads everything before it writes anything, so that the browser lays out once. */
export const plainScript = `const form=document.querySelector('form'),summary=document.querySelector('[data-summary]');
const empty=()=>{const data=new FormData(form);return(f)=>{const own=[...f.querySelectorAll('[name]')];return!own.some((c)=>data.getAll(c.name).some((v)=>v!==''))}};
function tell(f,wrong){const e=document.getElementById(f.dataset.field+'-error');e.hidden=!wrong;e.textContent=wrong?'Isi kolom ini':'';f.classList.toggle('wrong',wrong);
const c=f.querySelector('[name]');if(wrong)c.setAttribute('aria-invalid','true');else c.removeAttribute('aria-invalid')}
form.addEventListener('submit',(event)=>{event.preventDefault();const fields=[...form.querySelectorAll('[data-field]')],isEmpty=empty();
const wrong=fields.filter(isEmpty);fields.forEach((f)=>tell(f,wrong.includes(f)));
summary.querySelector('ul').replaceChildren(...wrong.map((f)=>{const li=document.createElement('li'),a=document.createElement('a');a.href='#'+f.querySelector('[name]').id;
a.textContent=f.querySelector('label,legend').textContent;li.append(a);return li}));summary.hidden=wrong.length===0;if(wrong.length)summary.focus()});`;
