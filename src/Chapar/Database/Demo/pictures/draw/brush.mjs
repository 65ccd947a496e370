// The brushes of the sample illustrations: a sheet of SVG, noise from a fixed seed (the same picture every time),
// and the few shapes that come back in many scenes.

export const W = 1600, H = 1067;

export function dice(seed) {
  let a = seed >>> 0;
  const next = () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  next.between = (low, high) => low + (high - low) * next();
  next.pick = (list) => list[Math.floor(next() * list.length)];
  return next;
}

export function sheet(seed, width = W, height = H) {
  const roll = dice(seed), defs = [], marks = [];
  let ids = 0;
  const s = {
    roll, width, height,
    add: (...parts) => { marks.push(...parts.flat(Infinity)); return s; },
    fade(stops, { x = 0, y = 1, radial = null } = {}) {
      const id = `f${ids++}`, list = stops.map((stop, i) => {
        const [colour, at = i / (stops.length - 1), opacity = 1] = Array.isArray(stop) ? stop : [stop];
        return `<stop offset="${at}" stop-color="${colour}" stop-opacity="${opacity}"/>`;
      }).join('');
      defs.push(radial ? `<radialGradient id="${id}" ${radial}>${list}</radialGradient>`
        : `<linearGradient id="${id}" x2="${x}" y2="${y}">${list}</linearGradient>`);
      return `url(#${id})`;
    },
    clip(shape) { const id = `c${ids++}`; defs.push(`<clipPath id="${id}">${shape}</clipPath>`); return `clip-path="url(#${id})"`; },
    sky: (...stops) => s.add(rect(0, 0, width, height, s.fade(stops))),
    glow: (x, y, r, colour, strength = 0.8) =>
      s.add(circle(x, y, r, s.fade([[colour, 0, strength], [colour, 1, 0]], { radial: 'r=".5"' }))),
    stars(count, bottom) {
      for (let i = 0; i < count; i++)
        s.add(circle(roll() * width, roll() ** 1.4 * bottom, roll.between(0.8, 2.6), '#fff4d8', `opacity="${roll.between(0.3, 0.95).toFixed(2)}"`));
      return s;
    },
    ridge(y, rise, fill, { rough = 0.52, base = height, from = 0, to = width } = {}) {
      s.add(`<path d="${line(skyline(roll, y, rise, rough, from, to))}L${to} ${base}L${from} ${base}Z" fill="${fill}"/>`);
      return s;
    },
    hills(y, rise, fill, waves = 2.2) {
      const a = roll() * 6, b = roll() * 6, points = [];
      for (let x = -10; x <= width + 10; x += 20)
        points.push([x, y + rise * (Math.sin(a + waves * 3.1 * x / width) * 0.6 + Math.sin(b + waves * 6.7 * x / width) * 0.4)]);
      s.add(`<path d="${line(points)}L${width + 10} ${height}L-10 ${height}Z" fill="${fill}"/>`);
      return s;
    },
    peak(x, top, half, base, { light, dark, snow, shade }) {
      const seam = [[x, top]];
      for (let k = 1; k <= 6; k++) seam.push([x + half * (0.04 * k + roll.between(-0.1, 0.1)), top + (base - top) * k / 6]);
      const left = jag(roll, [x, top], [x - half, base], half * 0.035), right = jag(roll, [x, top], [x + half, base], half * 0.035);
      s.add(shape([...left, ...seam.toReversed()], light), shape([...right, ...seam.toReversed()], dark));
      if (snow) {
        const line1 = cap(roll, left, seam, 0.42), line2 = cap(roll, right, seam, 0.36);
        const whole = s.clip(`<path d="${line([...left.toReversed(), ...right])}Z"/>`);
        s.add(shape(line1, snow, whole), shape(line2, shade, whole));
      }
      return s;
    },
    water(y, top, bottom, glints = '#ffffff', count = 60, base = height) {
      s.add(rect(0, y, width, base - y, s.fade([top, bottom])));
      for (let i = 0; i < count; i++) {
        const depth = roll() ** 1.6, yy = y + 6 + depth * (base - y), length = 30 + depth * roll.between(60, 260);
        s.add(`<rect x="${(roll() * width).toFixed(0)}" y="${yy.toFixed(0)}" width="${length.toFixed(0)}" height="${(1.5 + depth * 4).toFixed(1)}" rx="2" fill="${glints}" opacity="${roll.between(0.08, 0.32).toFixed(2)}"/>`);
      }
      return s;
    },
    birds(x, y, count, size = 14, colour = '#20242c') {
      for (let i = 0; i < count; i++) {
        const bx = x + roll.between(-160, 160), by = y + roll.between(-70, 70), w = size * roll.between(0.6, 1.2);
        s.add(`<path d="M${bx - w} ${by - w * 0.4}Q${bx - w * 0.4} ${by - w * 0.6} ${bx} ${by}Q${bx + w * 0.4} ${by - w * 0.6} ${bx + w} ${by - w * 0.4}" fill="none" stroke="${colour}" stroke-width="${w * 0.16}" stroke-linecap="round"/>`);
      }
      return s;
    },
    poplar(x, base, height, colour, lit) {
      const w = height * 0.13;
      return s.add(`<path d="M${x} ${base - height}C${x + w * 1.3} ${base - height * 0.6} ${x + w} ${base - height * 0.15} ${x} ${base}C${x - w} ${base - height * 0.15} ${x - w * 1.3} ${base - height * 0.6} ${x} ${base - height}Z" fill="${colour}"/>`,
        `<path d="M${x} ${base - height}C${x - w * 1.3} ${base - height * 0.6} ${x - w} ${base - height * 0.15} ${x} ${base}C${x - w * 0.3} ${base - height * 0.3} ${x - w * 0.4} ${base - height * 0.7} ${x} ${base - height}Z" fill="${lit}"/>`);
    },
    toString() {
      // A soft vignette and a low, coarse grain: the paper all pictures share.
      const paper = `<filter id="paper" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency=".35" numOctaves="2" seed="${seed}"/><feColorMatrix values="0 0 0 0 .1  0 0 0 0 .08  0 0 0 0 .06  .28 0 0 0 -.09"/></filter>`;
      const vignette = s.fade([['#1a1020', 0.55, 0], ['#1a1020', 1, 0.22]], { radial: 'r=".8"' });
      return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${defs.join('')}${paper}</defs>${marks.join('')}${rect(0, 0, width, height, vignette)}<rect width="${width}" height="${height}" filter="url(#paper)"/></svg>`;
    },
  };
  return s;
}

export const rect = (x, y, w, h, fill, more = '') => `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`;
export const circle = (x, y, r, fill, more = '') => `<circle cx="${(+x).toFixed(1)}" cy="${(+y).toFixed(1)}" r="${(+r).toFixed(1)}" fill="${fill}" ${more}/>`;
export const oval = (x, y, rx, ry, fill, more = '') => `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`;
export const path = (d, fill, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`;
export const stroke = (d, colour, width, more = '') => `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
export const line = (points) => 'M' + points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L');
export const shape = (points, fill, more = '') => path(line(points) + 'Z', fill, more);
export const group = (transform, ...parts) => `<g transform="${transform}">${parts.flat(Infinity).join('')}</g>`;
export const span = (from, to, step, draw) => { const out = []; for (let i = from; i < to; i += step) out.push(draw(i)); return out; };

/** A walker seen from afar. */
export function figure(x, y, tall, coat, dark) {
  return group(`translate(${x} ${y}) scale(${tall / 100})`, circle(0, -88, 11, dark), path('M-17 -74Q0 -84 17 -74L22 -28L-22 -28Z', coat),
    stroke('M-8 -30L-12 0M8 -30L13 0', dark, 11), stroke('M16 -68L30 -38', coat, 9));
}

/** A skyline by halving: each midpoint is moved by a little less than the one before. */
function skyline(roll, y, rise, rough, from, to) {
  let points = [[from, y + roll.between(-rise, rise) * 0.4], [to, y + roll.between(-rise, rise) * 0.4]], reach = rise;
  for (let k = 0; k < 8; k++, reach *= rough) {
    const next = [points[0]];
    for (let i = 1; i < points.length; i++) {
      const [ax, ay] = points[i - 1], [bx, by] = points[i];
      next.push([(ax + bx) / 2, (ay + by) / 2 + roll.between(-reach, reach)], [bx, by]);
    }
    points = next;
  }
  return points;
}

function jag(roll, [ax, ay], [bx, by], amount) {
  const out = [[ax, ay]];
  for (let k = 1; k < 9; k++) out.push([ax + (bx - ax) * k / 9 + roll.between(-amount, amount), ay + (by - ay) * k / 9 + roll.between(-amount, amount) * 0.6]);
  return [...out, [bx, by]];
}

/** The snow on one side of a peak: down the edge, back in teeth to the seam. */
function cap(roll, edge, seam, depth) {
  const top = edge[0], reach = edge.at(-1)[1] - top[1], down = edge.filter(([, y]) => y - top[1] <= reach * depth);
  const end = down.at(-1), inner = seam.filter(([, y]) => y - top[1] <= reach * depth * 0.8), stop = inner.at(-1), teeth = [];
  for (let k = 1; k < 6; k++) teeth.push([end[0] + (stop[0] - end[0]) * k / 6, end[1] + (stop[1] - end[1]) * k / 6 + (k % 2 ? -1 : 1) * reach * roll.between(0.04, 0.1)]);
  return [...down, ...teeth, ...inner.toReversed()];
}
