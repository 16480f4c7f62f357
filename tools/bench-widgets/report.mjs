/** Medians, and how often plain HTML's figure they are, as tables. */

const kib = (value) => (value / 1024).toFixed(1);
const whole = (value) => value.toFixed(0);

/** Rows: what, its key in a measurement, how it is written, and whether a ratio to plain HTML says something. */
const rows = [
  { what: 'bytes until the first question, KiB (brotli)', key: 'bytes', write: kib },
  { what: 'bytes in all, KiB', key: 'allBytes', write: kib },
  { what: 'requests until the first question, beyond the page', key: 'requests', write: whole },
  { what: 'trips to the server one after the other, page included', key: 'trips', write: whole },
  { what: 'requests in all, beyond the page', key: 'allRequests', write: whole },
  { what: 'ready, slow 4G and 4 × CPU, ms', key: 'ready', write: whole, ratio: true },
  { what: 'ready, 400 kbit/s, ms', key: 'readySlow', write: whole, ratio: true },
  { what: 'blocking time at 4 × CPU, ms', key: 'blocking', write: whole },
  { what: 'main thread, ms of CPU time', key: 'main', write: whole, ratio: true },
  { what: 'script, ms by the clock', key: 'script', write: whole },
  { what: 'style and layout, ms by the clock', key: 'layout', write: whole, ratio: true },
  { what: 'elements per field', key: 'elements', write: (value) => value.toFixed(1), ratio: true },
  { what: 'nodes of any kind in the page', key: 'allNodes', write: whole, ratio: true },
  { what: 'listeners', key: 'listeners', write: whole },
  { what: 'heap after collection, MiB above plain HTML', key: 'heap', write: (value, base) => ((value - base) / 2 ** 20).toFixed(2) },
  { what: 'key to frame at 4 × CPU, ms', key: 'key', write: whole, ratio: true },
  { what: 'submit to errors shown at 4 × CPU, ms', key: 'submit', write: whole, ratio: true },
];

/** One table per number of fields. */
export function report(found, contestants, counts) {
  return counts
    .map((count) => {
      const of = (contestant, key) => median(found.filter((one) => one.contestant === contestant && one.count === count).map((one) => one[key]));
      const lines = rows
        .filter(({ key }) => !Number.isNaN(of('plain', key)))
        .map(({ what, key, write, ratio }) => {
          const base = of('plain', key);
          const cells = contestants.map((contestant) => {
            const value = of(contestant, key);
            const times = ratio && contestant !== 'plain' ? ` (${(value / base).toFixed(1)} ×)` : '';
            return write(value, base) + times;
          });
          return `| ${what} | ${cells.join(' | ')} |`;
        });
      const rounds = found.filter((one) => one.contestant === 'plain' && one.count === count).length;
      return [`${count} fields, medians of ${rounds} rounds`, '', `| | plain HTML | ours, in steps | ours, one step |`, '| --- | ---: | ---: | ---: |', ...lines, ''].join('\n');
    })
    .join('\n');
}

function median(values) {
  const known = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  const half = known.length / 2;
  return (known[Math.floor(half)] + known[Math.ceil(half) - 1]) / 2;
}
