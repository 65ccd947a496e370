// Fields, water works, rails, wires, the market: what people make.
import { W, H, sheet, rect, circle, oval, path, stroke, shape, span, group, figure } from './brush.mjs';

export function canal() {
  const s = sheet(71);
  s.sky(['#3f7fa6', 0], ['#a9d0d3', 0.3], ['#fbedc4', 0.44]).glow(800, 430, 420, '#fff6d5', 0.9);
  s.ridge(400, 70, '#9fb6bd').ridge(430, 34, '#87a3a2');
  const far = [800, 452], fan = (a, b, colour) => shape([far, [a, H], [b, H]], colour);
  s.add(rect(0, 450, W, H, '#7f9a45'));
  const greens = ['#8fae4b', '#6f9140', '#a8b955', '#5f8440', '#c2b45a', '#7fa048'];
  for (let i = -12; i < 14; i++) s.add(fan(800 + i * 330, 800 + (i + 1) * 330, greens[(i + 18) % 6]));
  for (let i = -60; i < 60; i++) s.add(stroke(`M800 452L${800 + i * 76} ${H}`, '#3f5f2b', 1.6, 'opacity=".28"'));
  s.add(fan(520, 1080, '#8a6d45'), fan(575, 1025, s.fade(['#bfe4e6', '#3f8fae', '#1f6488'])));
  s.add(span(0, 40, 1, () => { const d = s.roll(), y = 480 + d * 580, w = (y - 452) * 0.32; return oval(800 + s.roll.between(-w, w) * 0.9, y, 8 + w * 0.24, 1 + d * 3, '#fff', 'opacity=".4"'); }));
  for (const k of [0.12, 0.24, 0.42, 0.66]) {
    const y = 452 + k * 615, w = 450 * k;
    s.add(rect(800 - w * 0.62, y - 70 * k, w * 1.24, 26 * k, '#d8cdb8'), span(-0.5, 0.51, 0.33, (q) => rect(800 + q * w - 9 * k, y - 150 * k, 18 * k, 130 * k, '#b5452f')), rect(800 - w * 0.6, y - 156 * k, w * 1.2, 14 * k, '#6b4a3a'));
  }
  for (let i = 9; i > 0; i--) for (const side of [-1, 1]) { const k = (10 - i) / 9; s.poplar(800 + side * (130 + k * k * 640), 470 + k * k * 330, 60 + k * k * 400, '#4d6b34', '#6f8f45'); }
  return s.add(figure(356, 1010, 190, '#e2a93b', '#2b2a2a'), stroke('M392 945L452 1016', '#5b3d28', 8), path('M440 1004L474 1018L458 1040L430 1022Z', '#9aa4a8'));
}

export function bazaar() {
  const s = sheet(73);
  s.sky(['#f0a35a', 0], ['#f8d39a', 0.5], ['#b86b43', 1]);
  const awning = (x, y, w, h, a, b) => { for (let i = 0; i < 8; i++) s.add(path(`M${x + i * w / 8} ${y}L${x + (i + 1) * w / 8} ${y}L${x - 30 + (i + 1) * (w + 60) / 8} ${y + h}q${-(w + 60) / 16} 34 ${-(w + 60) / 8} 0Z`, i % 2 ? a : b)); s.add(rect(x - 30, y + h - 3, w + 60, 8, '#3a2018', 'opacity=".25"')); };
  s.add(span(-60, W, 210, (x) => [rect(x, 160, 170, 520, '#a4552f'), path(`M${x + 20} 680V330Q${x + 85} 230 ${x + 150} 330V680Z`, '#6b3424'), path(`M${x + 40} 680V350Q${x + 85} 280 ${x + 130} 350V680Z`, '#4a2219')]), rect(0, 130, W, 44, '#8a4428'), span(0, W, 53, (x) => shape([[x, 174], [x + 26, 204], [x + 53, 174]], '#d98b4a')));
  awning(40, 250, 420, 130, '#f6ead0', '#2f7f86'); awning(580, 220, 440, 150, '#f6ead0', '#b83229'); awning(1130, 260, 430, 130, '#f6ead0', '#d9962a');
  s.add([20, 480, 560, 1040, 1110, 1580].map((x) => rect(x, 380, 12, 420, '#4d2d1f')));
  s.add([[150, '#2f4f7a'], [350, '#7a2f4f'], [690, '#d9b23b'], [900, '#2f6b4f'], [1250, '#a33a2a'], [1440, '#33415f']].map(([x, c]) => group(`translate(${x} 735)`, path('M-64 30Q-70 -120 -26 -136L26 -136Q70 -120 64 30Z', c), circle(0, -172, 38, s.roll.pick(['#c98d62', '#b87a50', '#d39c70'])), path('M-40 -176Q-36 -226 0 -226Q36 -226 40 -176Q0 -198 -40 -176Z', s.roll.pick(['#23303f', '#f3eee0', '#a1322b'])))));
  s.add(rect(0, 740, W, 330, '#6e3b25'), rect(0, 740, W, 16, '#9a5a36'));
  const pile = (x, y, rows, r, colours) => { for (let j = 0; j < rows; j++) for (let i = 0; i < rows - j; i++) { const cx = x + (i - (rows - j) / 2) * r * 1.86, cy = y - j * r * 1.5; s.add(circle(cx, cy, r, s.roll.pick(colours)), circle(cx - r * 0.3, cy - r * 0.35, r * 0.3, '#fff', 'opacity=".28"')); } s.add(path(`M${x - rows * r * 1.08} ${y - r * 0.2}H${x + rows * r * 0.92}L${x + rows * r * 0.78} ${y + r * 2.6}H${x - rows * r * 0.94}Z`, '#c99a5b'), stroke(`M${x - rows * r * 1.02} ${y + r}H${x + rows * r * 0.86}`, '#8f6335', 5)); };
  pile(190, 850, 6, 30, ['#d8342a', '#c22a2a', '#e5512f']); pile(540, 860, 6, 32, ['#f0a02f', '#e98a22', '#f6b84a']); pile(900, 850, 7, 26, ['#7fa33a', '#96b844', '#6a8f33']); pile(1230, 860, 5, 38, ['#6d2f5a', '#58264d', '#83406b']); pile(1500, 850, 5, 32, ['#f4d24a', '#eac23a']);
  return s.add(span(30, W, 150, (x) => [oval(x + 50, 1035, 62, 26, '#4a2618'), oval(x + 50, 1022, 60, 24, s.roll.pick(['#a8672c', '#5f2f1f', '#d8a33d', '#8b2f23', '#71803a'])), oval(x + 42, 1012, 34, 10, '#fff', 'opacity=".14"')]));
}

export function railway() {
  const s = sheet(79);
  s.sky(['#d9704a', 0], ['#f2b36b', 0.34], ['#fbe6b8', 0.56]).glow(1260, 520, 360, '#fff4cf', 1).add(circle(1260, 540, 84, '#fff6dd'));
  s.ridge(560, 40, '#c88f6e').hills(610, 16, '#b98a52').hills(700, 20, '#a67a45');
  s.add(span(60, W, 190, (x) => { const h = 260 - (x / W) * 60; return [rect(x, 690 - h, 9, h, '#4a3328'), rect(x - 32, 705 - h, 74, 6, '#4a3328'), stroke(`M${x - 30} ${708 - h}q95 34 190 ${11}M${x + 38} ${708 - h}q95 34 190 11`, '#4a3328', 2)]; }));
  s.add(shape([[0, 770], [W, 716], [W, 800], [0, 900]], '#6b5138'), shape([[0, 770], [W, 716], [W, 726], [0, 786]], '#3a2c24'));
  const cars = (x, i) => { const y = 770 - x * 0.034, w = 300; return group(`translate(${x} ${y}) rotate(-1.93)`, rect(0, -122, w, 104, i ? '#1f6a72' : '#b23a2c', 'rx="10"'), rect(0, -122, w, 18, i ? '#2d848c' : '#c9503c', 'rx="8"'), rect(0, -54, w, 8, '#f3d9a0'), i ? span(18, w - 30, 46, (k) => rect(k, -98, 30, 34, '#ffe8b0', 'rx="4"')) : [path(`M${w - 4} -122Q${w + 46} -112 ${w + 60} -18L${w - 4} -18Z`, '#b23a2c'), path(`M${w + 2} -108Q${w + 28} -104 ${w + 36} -72L${w + 2} -72Z`, '#3b4d5c'), rect(40, -98, 160, 34, '#8d2c22', 'rx="4"'), circle(w + 44, -38, 9, '#ffe9a8')], span(34, w, 58, (k) => circle(k, -10, 15, '#241c1a'))); };
  s.add([-180, 130, 440, 750].map((x, i) => cars(x, 1 + i)), cars(1060, 0));
  s.add(path('M1380 735L1600 660L1600 780Z', '#fff3c4', 'opacity=".4"'));
  s.hills(900, 26, '#8a6a3c').hills(980, 20, '#5f4a2c');
  return s.add(span(0, 130, 1, () => { const x = s.roll() * W, y = s.roll.between(920, 1067), c = s.roll.pick(['#d9b86a', '#b8903f', '#e8cf8a', '#7d6230']); return stroke(`M${x} ${y}q${s.roll.between(-16, 0)} -40 ${s.roll.between(-34, 10)} -${s.roll.between(50, 110)}`, c, 3.5, 'opacity=".8"'); }));
}

export function apricots() {
  const s = sheet(83);
  s.sky(['#2f6f7d', 0], ['#7db3a4', 0.6], ['#e8d9a5', 1]).glow(1200, 260, 560, '#f6e9b6', 0.7);
  s.add(span(0, 34, 1, () => circle(s.roll() * W, s.roll() * H, s.roll.between(30, 110), s.roll.pick(['#5c9a8c', '#9cc2a0', '#f3dfa6', '#3f7f83']), 'opacity=".22"')));
  const twig = 'M-40 250C260 210 420 380 700 400S1180 330 1660 470';
  s.add(stroke(twig, '#4a2f27', 34), stroke(twig, '#6b473a', 16, 'transform="translate(0 -6)"'), stroke('M520 385C600 520 640 600 620 700M1040 372C1100 480 1240 520 1300 660M300 290C330 420 260 520 240 600', '#55382e', 18));
  const leaf = (x, y, r, turn, c) => group(`translate(${x} ${y}) rotate(${turn}) scale(${r / 100})`, path('M0 0C50 -70 150 -70 210 0C150 66 50 66 0 0Z', c), path('M0 0C60 -46 150 -40 210 0Z', '#fff', 'opacity=".13"'), stroke('M0 0L196 0M60 0L90 -34M60 0L92 32M110 0L138 -32M110 0L140 30', '#234a33', 4, 'opacity=".5"'));
  s.add(span(0, 30, 1, () => { const x = s.roll.between(0, W); return leaf(x, 300 + Math.sin(x / 260) * 60 + s.roll.between(-40, 80), s.roll.between(60, 120), s.roll.between(-160, 200), s.roll.pick(['#3f7a4c', '#5b9a55', '#2f6344', '#7fb062'])); }));
  const fruit = (x, y, r) => s.add(circle(x + r * 0.06, y + r * 0.1, r, '#8a3f22', 'opacity=".3"'), circle(x, y, r, s.fade([['#ffd477', 0], ['#f6a13c', 0.5], ['#dd6a2b', 1]], { radial: 'cx=".36" cy=".32" r=".78"' })), path(`M${x + r * 0.1} ${y - r}C${x - r * 0.5} ${y - r * 0.4} ${x - r * 0.4} ${y + r * 0.5} ${x + r * 0.05} ${y + r * 0.98}`, 'none', `stroke="#c2592a" stroke-width="${r * 0.06}" opacity=".6"`), path(`M${x - r * 0.2} ${y + r * 0.9}A${r} ${r} 0 0 0 ${x + r * 0.95} ${y - r * 0.2}A${r * 1.2} ${r * 1.2} 0 0 1 ${x - r * 0.2} ${y + r * 0.9}Z`, '#b8402a', 'opacity=".35"'), oval(x - r * 0.4, y - r * 0.46, r * 0.2, r * 0.12, '#fff', 'opacity=".6"'));
  [[240, 690, 120], [620, 800, 138], [470, 560, 112], [860, 570, 126], [1010, 790, 118], [1300, 770, 140], [1180, 560, 108], [1480, 610, 118]].forEach(([x, y, r]) => fruit(x, y, r));
  return s.add(leaf(700, 640, 110, 60, '#5b9a55'), leaf(1380, 560, 100, 120, '#3f7a4c'), leaf(350, 520, 100, 140, '#7fb062'), leaf(980, 470, 96, 70, '#2f6344'));
}

export function cotton() {
  const s = sheet(89);
  s.sky(['#1f4f73', 0], ['#6fa3b5', 0.3], ['#f2d7a8', 0.5]).glow(500, 480, 400, '#fff0c8', 0.8);
  s.ridge(500, 24, '#8da2a0').add(rect(0, 515, W, H, '#5b6b35'));
  for (let row = 0; row < 13; row++) {
    const k = row / 12, y = 530 + k * k * 560, r = 5 + k * k * 62;
    s.add(rect(0, y - r * 0.2, W, r * 2 + 12, row % 2 ? '#4d5c2e' : '#3d4c28', 'opacity=".75"'));
    for (let x = s.roll() * r; x < W + r; x += r * 1.9 + 2) {
      const cx = x + s.roll.between(-0.4, 0.4) * r, cy = y + s.roll.between(-0.6, 0.6) * r;
      s.add(stroke(`M${cx} ${cy}q${r * 0.3} ${r} 0 ${r * 2.2}`, '#5a3c22', r * 0.14 + 0.6), r > 14 ? [path(`M${cx} ${cy + r * 0.9}q${r * 0.9} ${-r * 0.5} ${r * 1.2} ${r * 0.5}q${-r * 0.8} ${r * 0.4} ${-r * 1.2} ${-r * 0.5}Z`, '#6f8440'), path(`M${cx} ${cy + r}q${-r * 0.9} ${-r * 0.4} ${-r * 1.2} ${r * 0.5}q${r * 0.8} ${r * 0.4} ${r * 1.2} ${-r * 0.5}Z`, '#54692f')] : '',
        circle(cx - r * 0.34, cy, r * 0.5, '#efe9dd'), circle(cx + r * 0.34, cy, r * 0.5, '#e4dccd'), circle(cx, cy - r * 0.34, r * 0.54, '#ffffff'), circle(cx, cy + r * 0.28, r * 0.46, '#f7f2e8'), r > 14 ? path(`M${cx - r * 0.7} ${cy + r * 0.3}L${cx} ${cy + r * 0.9}L${cx + r * 0.7} ${cy + r * 0.3}L${cx} ${cy + r * 0.5}Z`, '#8a5a33') : '');
    }
  }
  return s.add(figure(1120, 690, 150, '#b5402f', '#2a2230'), oval(1175, 670, 30, 36, '#f7f2e8'), figure(1260, 660, 118, '#e0a73c', '#2a2230'), figure(930, 640, 90, '#2f6b84', '#2a2230')).birds(520, 200, 7, 22, '#1b3448');
}

export function dam() {
  const s = sheet(97);
  s.sky(['#5b7fa0', 0], ['#b9cdd2', 0.4], ['#f4ead0', 0.6]);
  s.peak(220, 40, 560, 1000, { light: '#8d8a7c', dark: '#4f5a62', snow: '#fff', shade: '#c7d2da' });
  s.peak(1420, 10, 600, 1000, { light: '#868376', dark: '#48525a', snow: '#fff', shade: '#bccad4' });
  s.water(520, '#9cc6cf', '#4f91a6', '#fff', 30, 600).add(shape([[0, 470], [180, 480], [345, 505], [480, 1067], [0, 1067]], '#5c6560'), shape([[1600, 460], [1440, 474], [1262, 500], [1120, 1067], [1600, 1067]], '#525b57'));
  s.add(path('M330 500Q800 600 1270 500L1120 1067L480 1067Z', s.fade([['#e6dfcf', 0], ['#c9bfa9', 0.5], ['#9d927d', 1]], { x: 1, y: 0.3 })), path('M320 480Q800 580 1280 480L1280 512Q800 614 320 512Z', '#6f675a'));
  s.add(span(0.08, 0.95, 0.06, (k) => { const x = 330 + k * 940, y = 505 + Math.sin(k * Math.PI) * 48; return [rect(x, y - 42, 6, 44, '#4b453c'), circle(x + 3, y - 44, 6, '#ffe7a3')]; }));
  s.add([640, 760, 880].map((x) => [rect(x, 640, 76, 90, '#4d5459', 'rx="6"'), path(`M${x + 6} 730Q${x - 20} 900 ${x - 60} 1067L${x + 140} 1067Q${x + 96} 900 ${x + 70} 730Z`, s.fade([['#ffffff', 0, 0.95], ['#cfe6ee', 0.6, 0.85], ['#ffffff', 1, 0.5]])), span(0, 7, 1, () => stroke(`M${x + s.roll.between(10, 66)} 740q${s.roll.between(-16, 16)} 120 ${s.roll.between(-50, 50)} 300`, '#9cc7d8', 4, 'opacity=".6"'))]));
  s.add(span(0, 60, 1, () => circle(s.roll.between(470, 1130), s.roll.between(985, 1075), s.roll.between(14, 60), '#fff', `opacity="${s.roll.between(0.12, 0.45).toFixed(2)}"`)));
  s.add(shape([[0, 700], [210, 660], [420, 800], [500, 1067], [0, 1067]], '#34413f'), shape([[1600, 640], [1360, 690], [1190, 800], [1100, 1067], [1600, 1067]], '#2b3836'));
  return s.add(rect(1270, 800, 250, 130, '#c7b795'), shape([[1250, 800], [1395, 745], [1540, 800]], '#8f3f2c'), span(1290, 1500, 46, (x) => rect(x, 838, 28, 52, '#ffdf93')));
}

export function pylons() {
  const s = sheet(101);
  s.sky(['#151a3a', 0], ['#4a2f63', 0.3], ['#c5566a', 0.5], ['#f7a868', 0.64], ['#fde3a8', 0.72]).stars(90, 380).glow(640, 740, 380, '#ffe3a0', 0.9);
  s.ridge(700, 60, '#6b3f63').ridge(760, 36, '#45294e').hills(830, 24, '#2a1b38').hills(950, 30, '#171026');
  const tower = (x, base, h) => { const w = h * 0.13, c = '#120c20', t = base - h, at = (k) => [w * (1 - k * 0.78), base - h * k]; const out = [stroke(`M${x - w} ${base}L${x - w * 0.2} ${t}M${x + w} ${base}L${x + w * 0.2} ${t}`, c, h * 0.016)]; for (let k = 0; k < 0.99; k += 0.14) { const [a, ya] = at(k), [b, yb] = at(k + 0.14); out.push(stroke(`M${x - a} ${ya}L${x + b} ${yb}M${x + a} ${ya}L${x - b} ${yb}M${x - a} ${ya}L${x + a} ${ya}`, c, h * 0.008)); } for (const [k, l] of [[0.72, 0.3], [0.84, 0.24], [0.95, 0.17]]) out.push(stroke(`M${x - h * l} ${base - h * k}L${x + h * l} ${base - h * k}M${x - h * l} ${base - h * k}L${x} ${base - h * (k + 0.05)}L${x + h * l} ${base - h * k}`, c, h * 0.012)); return out; };
  const row = [[1360, 1010, 880], [860, 900, 520], [560, 852, 330], [385, 826, 210], [285, 812, 140]];
  row.slice(1).forEach(([x, b, h], i) => { const [px, pb, ph] = row[i]; for (const [k, l] of [[0.72, 0.3], [0.84, 0.24], [0.95, 0.17]]) for (const q of [-1, 1]) { const ax = px + q * l * ph, ay = pb - k * ph + ph * 0.04, bx = x + q * l * h, by = b - k * h + h * 0.04; s.add(stroke(`M${ax} ${ay}Q${(ax * 0.45 + bx * 0.55)} ${Math.max(ay, by) + ph * 0.06} ${bx} ${by}`, '#120c20', 2.4)); } });
  s.add(row.map(([x, b, h]) => tower(x, b, h)));
  for (const [k, l] of [[0.72, 0.3], [0.84, 0.24], [0.95, 0.17]]) s.add(stroke(`M${1360 + l * 880} ${1010 - k * 880 + 35}Q1640 ${1010 - k * 880 + 90} 1760 ${900 - k * 1000}`, '#120c20', 2.6));
  return s.add(span(0, 44, 1, () => { const x = s.roll.between(60, 800), y = s.roll.between(872, 990); return rect(x, y, 7, 6, '#ffd98a', `opacity="${s.roll.between(0.5, 1).toFixed(2)}"`); }));
}
