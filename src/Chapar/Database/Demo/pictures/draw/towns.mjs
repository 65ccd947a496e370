// Streets, rooms and tables.
import { W, H, sheet, rect, circle, oval, path, stroke, shape, span, group, figure } from './brush.mjs';

export function nightCity() {
  const s = sheet(103);
  s.sky(['#0b1230', 0], ['#25265c', 0.4], ['#70427a', 0.62], ['#e08a6a', 0.78]).stars(150, 420).add(circle(1240, 180, 58, '#f8edcf'), circle(1264, 168, 52, '#131a3c'));
  s.peak(420, 250, 520, 800, { light: '#4d4a86', dark: '#2a2b5e', snow: '#e6dcf0', shade: '#8f8cc0' }).peak(1100, 300, 620, 800, { light: '#48457f', dark: '#272858', snow: '#dfd4ec', shade: '#8683b8' }).ridge(640, 40, '#221f4c');
  for (const [y, tall, colour, chance, size] of [[800, 220, '#1b1a40', 0.3, 8], [900, 330, '#131333', 0.42, 11], [1010, 380, '#0c0c24', 0.5, 15]])
    for (let x = -20; x < W;) {
      const w = s.roll.between(60, 150), h = s.roll.between(0.3, 1) * tall;
      s.add(rect(x, y - h, w, H - y + h, colour), s.roll() < 0.3 ? rect(x + w / 2 - 3, y - h - 46, 5, 46, colour) : '');
      for (let wy = y - h + 14; wy < Math.min(H, y + 60); wy += size * 2.1) for (let wx = x + 10; wx < x + w - size; wx += size * 1.8) if (s.roll() < chance) s.add(rect(wx.toFixed(0), wy.toFixed(0), (size * 0.8).toFixed(0), size, s.roll.pick(['#ffd27a', '#ffe9b0', '#f7a85a', '#9fd0e8'])));
      x += w + s.roll.between(2, 26);
    }
  return s.add(stroke('M-20 1050Q500 970 900 1010T1640 960', '#ffb45a', 5, 'opacity=".8"'), stroke('M-20 1062Q500 984 900 1024T1640 974', '#e2463c', 4, 'opacity=".8"'));
}

const arch = (x, y, w, h) => `M${x - w} ${y}V${y - h * 0.55}Q${x - w} ${y - h * 0.86} ${x} ${y - h}Q${x + w} ${y - h * 0.86} ${x + w} ${y - h * 0.55}V${y}Z`;

export function oldGate() {
  const s = sheet(107);
  s.sky(['#153a6b', 0], ['#4f86ad', 0.4], ['#f2cf98', 0.8]).glow(800, 900, 700, '#ffe5ae', 0.8);
  for (const x of [210, 1390]) s.add(path(`M${x - 62} 930L${x - 44} 150H${x + 44}L${x + 62} 930Z`, s.fade(['#e0b77c', '#a8733f'], { x: 1, y: 0 })), span(190, 900, 84, (y) => [rect(x - 52, y, 104, 20, '#1f6f8f'), span(-46, 44, 24, (k) => shape([[x + k, y + 40], [x + k + 12, y + 28], [x + k + 24, y + 40], [x + k + 12, y + 52]], '#2c8f9c'))]), path(`M${x - 58} 150Q${x} 40 ${x + 58} 150Z`, '#2a9aa8'), rect(x - 62, 146, 124, 16, '#c99a5f'));
  s.add(path('M560 420Q580 150 800 120Q1020 150 1040 420Z', s.fade(['#5fc4c4', '#1f7f93'], { x: 1, y: 0 })), span(600, 1010, 50, (x) => stroke(`M${x} 420Q${800 + (x - 800) * 0.8} 220 800 122`, '#155f73', 5, 'opacity=".6"')), rect(796, 70, 8, 60, '#d9a84a'));
  s.add(rect(400, 300, 800, 640, '#d6a869'), rect(430, 330, 740, 610, '#22628a'));
  for (let y = 350; y < 900; y += 52) for (const side of [456, 1070]) for (let i = 0; i < 2; i++) s.add(shape([[side + i * 40, y + 20], [side + 18 + i * 40, y], [side + 36 + i * 40, y + 20], [side + 18 + i * 40, y + 40]], (y / 52 + i) % 2 < 1 ? '#e8c37a' : '#58b9bd'), circle(side + 18 + i * 40, y + 20, 6, '#f8ecd0'));
  s.add(span(540, 1060, 52, (x) => [circle(x + 26, 362, 20, '#2f8fa0'), circle(x + 26, 362, 11, '#f0c66c')]), path(arch(800, 940, 250, 560), '#e2b878'), path(arch(800, 940, 226, 530), '#163f66'), path(arch(800, 940, 180, 450), '#0f2c4c'));
  s.add(span(0, 9, 1, (i) => span(0, 7 - Math.abs(i - 4), 1, (j) => path(`M${620 + i * 40} ${560 + j * 34 + Math.abs(i - 4) * 26}q20 -30 40 0q-20 22 -40 0Z`, ['#3aa0ac', '#e8c37a', '#2a7b9a'][(i + j) % 3], 'opacity=".75"'))), path(arch(800, 940, 110, 290), '#f6d48f'), path(arch(800, 940, 96, 270), s.fade(['#ffe7b0', '#f1a95c'])));
  s.add(rect(0, 930, W, 140, '#b98750'), span(0, W, 100, (x) => stroke(`M800 930L${(x - 800) * 2.6 + 800} ${H}`, '#8e6238', 3, 'opacity=".5"')));
  return s.add([[730, 1004, 1], [792, 990, 0.9], [1010, 1010, 1.1], [520, 1000, 1]].map(([x, y, k], i) => figure(x, y, 110 * k, ['#7a2f3f', '#f4e6c8', '#2f5d73', '#c2562f'][i], '#1d1c2c'))).birds(1180, 220, 8, 18, '#183050');
}

export function chess() {
  const s = sheet(109);
  s.sky(['#2a1d2b', 0], ['#5a3440', 0.5], ['#8a5040', 1]).glow(820, 120, 760, '#ffcf87', 0.75);
  const cell = (i, j) => [800 + (i - 4) * (62 + j * 20), 520 + j * 48 + j * j * 3.2];
  s.add(shape([cell(-0.4, -0.3), cell(8.4, -0.3), cell(8.4, 8.4), cell(-0.4, 8.4)], '#3b2018'));
  for (let j = 0; j < 8; j++) for (let i = 0; i < 8; i++) s.add(shape([cell(i, j), cell(i + 1, j), cell(i + 1, j + 1), cell(i, j + 1)], (i + j) % 2 ? '#6b3b26' : '#e7c48f'));
  const piece = (i, j, kind, light) => {
    const [x, y] = cell(i + 0.5, j + 0.62), k = (62 + j * 20) / 100, fill = light ? s.fade(['#fff6e0', '#d1a970'], { x: 1, y: 0 }) : s.fade(['#5b4148', '#171018'], { x: 1, y: 0 });
    const body = { pawn: ['M-30 0Q-12 -40 -12 -70H12Q12 -40 30 0Z', circle(0, -92, 24, fill)], rook: ['M-36 0Q-20 -60 -24 -110H24Q20 -60 36 0Z', path('M-36 -104V-152H-18V-138H-8V-152H8V-138H18V-152H36V-104Z', fill)], bishop: ['M-34 0Q-12 -60 -12 -110H12Q12 -60 34 0Z', path('M0 -196Q34 -150 18 -108H-18Q-34 -150 0 -196Z', fill)], king: ['M-40 0Q-16 -80 -18 -150H18Q16 -80 40 0Z', path('M-34 -150L-40 -206Q0 -226 40 -206L34 -150ZM-6 -260H6V-244H22V-232H6V-214H-6V-232H-22V-244H-6Z', fill)], knight: ['M-38 0Q-34 -60 -14 -84H20Q30 -50 38 0Z', path('M-22 -80Q-30 -150 10 -186L16 -204L28 -182Q58 -150 50 -104L32 -96Q26 -112 8 -112Q2 -100 24 -78Z', fill)] }[kind];
    s.add(oval(x + 20 * k, y + 6 * k, 60 * k, 16 * k, '#1a0d0a', 'opacity=".4"'), group(`translate(${x} ${y}) scale(${k})`, path(body[0], fill), body[1], path('M-46 14Q-46 -8 0 -10Q46 -8 46 14Q0 30 -46 14Z', fill)));
  };
  [[0, 0, 'rook'], [4, 0, 'king'], [2, 0, 'bishop'], [5, 1, 'pawn'], [6, 1, 'pawn'], [1, 1, 'pawn'], [3, 2, 'pawn'], [5, 2, 'knight']].forEach(([i, j, k]) => piece(i, j, k, false));
  return s.add([[4, 3, 'pawn'], [2, 4, 'bishop'], [5, 4, 'knight'], [0, 6, 'pawn'], [4, 6, 'pawn'], [6, 6, 'pawn'], [7, 7, 'rook'], [2, 7, 'king']].map(([i, j, k]) => piece(i, j, k, true) && ''));
}

export function trolleybus() {
  const s = sheet(113);
  s.sky(['#86c5d8', 0], ['#f6e7c2', 0.6]).ridge(330, 80, '#a9c3c9').add(span(-40, W, 250, (x) => { const h = s.roll.between(280, 420), c = s.roll.pick(['#e5b98a', '#d99a76', '#efdcae', '#c9c2a4', '#d6887a']); return [rect(x, 720 - h, 236, h, c), rect(x, 720 - h, 236, 14, '#8c5a4a'), span(0, Math.floor(h / 84), 1, (j) => span(0, 4, 1, (i) => rect(x + 20 + i * 54, 748 - h + j * 84, 32, 46, s.roll.pick(['#5d7f94', '#7699a8', '#f7d78f', '#4d6b82']))))]; }));
  s.add(span(90, W, 270, (x) => [rect(x - 7, 560, 14, 190, '#5b4232'), circle(x, 500, 84, '#4f8250'), circle(x - 52, 545, 58, '#629a5b'), circle(x + 48, 540, 62, '#3f7048')]));
  s.add(rect(0, 740, W, 60, '#cdbb9e'), rect(0, 790, W, 300, '#5a5560'), rect(0, 786, W, 10, '#efe3c8'), span(20, W, 190, (x) => rect(x, 960, 110, 10, '#f3e6c4')));
  s.add(stroke('M-20 268L1620 236M-20 300L1620 268', '#2c2c38', 4), span(200, W, 520, (x) => [rect(x, 230, 12, 520, '#3a3f4c'), stroke(`M${x} 290h-110`, '#3a3f4c', 7)]));
  s.add(stroke('M900 462L520 257M930 462L550 289', '#23242e', 8), oval(800, 905, 640, 26, '#2b2832', 'opacity=".5"'));
  s.add(rect(230, 470, 1130, 400, '#c8372d', 'rx="44"'), rect(230, 470, 1130, 150, '#f4ead2', 'rx="44"'), rect(230, 560, 1130, 70, '#f4ead2'), rect(230, 640, 1130, 14, '#f2b33d'), rect(620, 450, 380, 30, '#b9ad95', 'rx="12"'));
  s.add([290, 480, 670, 860].map((x) => [rect(x, 520, 160, 130, '#3f5f74', 'rx="14"'), path(`M${x + 20} 640L${x + 90} 524H${x + 130}L${x + 60} 640Z`, '#fff', 'opacity=".16"'), circle(x + 84, 612, 24, s.roll.pick(['#c98d62', '#b87a50'])), path(`M${x + 44} 650Q${x + 84} 612 ${x + 124} 650Z`, s.roll.pick(['#2f6b84', '#d9962a', '#6d2f5a']))]), rect(1060, 520, 96, 300, '#35505f', 'rx="10"'), rect(1106, 520, 5, 300, '#c8372d'), path('M1196 520H1310Q1346 530 1350 650H1196Z', '#3f5f74'), rect(1180, 482, 150, 28, '#20242c', 'rx="6"'), rect(1220, 488, 70, 16, '#f7b84a'));
  return s.add([420, 1010].map((x) => [circle(x, 870, 66, '#24222a'), circle(x, 870, 34, '#b8b2a6'), circle(x, 870, 12, '#4a4650')]), circle(1336, 790, 18, '#fff3c4'), rect(1300, 840, 70, 16, '#7a1f1a', 'rx="6"'), figure(1480, 860, 200, '#2f6b84', '#22252f'), figure(130, 850, 180, '#d9962a', '#22252f'));
}

export function felt() {
  const s = sheet(127), red = '#a8242a', cream = '#f3e3c3', dark = '#23304d', gold = '#d9962a';
  s.add(rect(0, 0, W, H, dark), rect(40, 40, W - 80, H - 80, red), rect(150, 150, W - 300, H - 300, dark), rect(170, 170, W - 340, H - 340, cream));
  const horn = 'M0 0C0 -60 -30 -90 -64 -90C-104 -90 -112 -40 -78 -32C-56 -28 -50 -54 -68 -58C-60 -74 -30 -66 -28 -34C-26 -10 -12 0 0 0ZM0 0C0 -60 30 -90 64 -90C104 -90 112 -40 78 -32C56 -28 50 -54 68 -58C60 -74 30 -66 28 -34C26 -10 12 0 0 0Z';
  const star = (x, y, k, fill, core) => s.add(group(`translate(${x} ${y}) scale(${k})`, [0, 90, 180, 270].map((a) => `<g transform="rotate(${a}) translate(0 -22)">${path(horn, fill)}${path('M-16 -20L0 -150L16 -20Z', fill)}</g>`), shape([[0, -44], [44, 0], [0, 44], [-44, 0]], core), circle(0, 0, 16, fill)));
  for (let i = 0; i < 3; i++) { const x = 380 + i * 420; s.add(shape([[x, 200], [x + 205, 533], [x, 867], [x - 205, 533]], i % 2 ? red : dark)); star(x, 533, 1.25, i % 2 ? cream : gold, i % 2 ? gold : red); }
  for (const x of [170, 590, 1010, 1430]) for (const y of [300, 766]) if (x > 170 && x < 1430) star(x, y, 0.72, y < 500 ? red : dark, gold);
  for (const x of [232, 1368]) for (const y of [232, 834]) star(x, y, 0.34, red, dark);
  s.add(span(96, W - 60, 110, (x) => [95, H - 95].map((y) => group(`translate(${x} ${y}) scale(.46 ${y < 500 ? 0.46 : -0.46}) translate(0 44)`, path(horn, gold)))), span(240, H - 200, 110, (y) => [[95, -90], [W - 95, 90]].map(([x, a]) => group(`translate(${x} ${y}) rotate(${a}) scale(.46) translate(0 44)`, path(horn, gold)))));
  // The nap of the felt: short fibres, and the stitched seams.
  s.add(span(0, 1500, 1, () => { const x = s.roll() * W, y = s.roll() * H, a = s.roll() * 6.3; return stroke(`M${x.toFixed(0)} ${y.toFixed(0)}l${(14 * Math.cos(a)).toFixed(0)} ${(14 * Math.sin(a)).toFixed(0)}`, s.roll() < 0.5 ? '#fff' : '#000', 1.6, 'opacity=".1"'); }));
  return s.add([[40, 40], [150, 150], [170, 170]].map(([x, y]) => `<rect x="${x}" y="${y}" width="${W - 2 * x}" height="${H - 2 * y}" fill="none" stroke="#f3e3c3" stroke-width="4" stroke-dasharray="16 10"/>`));
}

export function canteen() {
  const s = sheet(131);
  s.add(rect(0, 0, W, H, '#2c6e78'));
  for (let x = 0; x < W; x += 100) for (let y = 0; y < H + 60; y += 120) { const c = ['#37808a', '#235c66', '#e0a84a', '#c24a37'][((x / 100) * 3 + y / 120) % 4]; s.add(shape([[x + 50, y - 44], [x + 62, y - 20], [x + 56, y], [x + 66, y + 20], [x + 50, y + 44], [x + 34, y + 20], [x + 44, y], [x + 38, y - 20]], c, 'opacity=".55"')); }
  const dish = (x, y, r, rim = '#f7f0e0') => s.add(oval(x + 14, y + 22, r * 1.04, r * 1.02, '#0f2f35', 'opacity=".45"'), circle(x, y, r, rim), circle(x, y, r * 0.95, s.fade(['#fffaf0', '#ddd0b8'], { x: 0.7, y: 1 })), span(0, 24, 1, (i) => circle(x + r * 0.88 * Math.cos(i * 0.2618), y + r * 0.88 * Math.sin(i * 0.2618), r * 0.035, i % 2 ? '#2a5f8f' : '#c24a37')));
  dish(620, 560, 300); s.add(circle(620, 560, 232, s.fade([['#e89a3c', 0], ['#b8642a', 1]], { radial: 'r=".6"' })), span(0, 130, 1, () => { const a = s.roll() * 6.3, d = Math.sqrt(s.roll()) * 210; return oval(620 + d * Math.cos(a), 560 + d * Math.sin(a), 15, 11, s.roll.pick(['#8a4a22', '#a35a2a', '#c77a36', '#70401f'])); }), span(0, 16, 1, () => { const a = s.roll() * 6.3, d = s.roll() * 170; return group(`translate(${620 + d * Math.cos(a)} ${560 + d * Math.sin(a)}) rotate(${s.roll() * 360})`, path('M0 0Q14 -26 30 0Q14 14 0 0Z', s.roll.pick(['#4f8a3c', '#6fa84a']))); }));
  s.add(circle(1210, 380, 236, '#173f46', 'opacity=".4"'), circle(1200, 360, 236, '#c98a45'), circle(1200, 360, 220, '#e3ad62'), circle(1200, 360, 130, '#c8863f'), span(0, 40, 1, () => { const a = s.roll() * 6.3, d = s.roll() * 120; return circle(1200 + d * Math.cos(a), 360 + d * Math.sin(a), 5, '#8a5426'); }), span(0, 18, 1, (i) => circle(1200 + 178 * Math.cos(i * 0.349), 360 + 178 * Math.sin(i * 0.349), 12, '#b9783a', 'opacity=".7"')), span(0, 26, 1, () => { const a = s.roll() * 6.3, d = s.roll() * 200; return oval(1200 + d * Math.cos(a), 360 + d * Math.sin(a), 6, 4, '#fbeecb'); }));
  dish(1190, 820, 180); s.add(span(0, 46, 1, () => { const a = s.roll() * 6.3, d = Math.sqrt(s.roll()) * 118, c = s.roll.pick(['#d8342a', '#e5512f', '#7fa33a', '#5f8f3a', '#f4efe0']); return group(`translate(${1190 + d * Math.cos(a)} ${820 + d * Math.sin(a)}) rotate(${s.roll() * 360})`, path('M-24 0A24 24 0 0 1 24 0Z', c)); }));
  s.add(circle(246, 236, 108, '#123f47', 'opacity=".4"'), circle(240, 220, 106, s.fade([['#f2604a', 0], ['#b81f27', 1]], { radial: 'cx=".35" cy=".3" r=".8"' })), stroke('M240 130q8 -40 40 -50', '#5b3a22', 10), path('M262 100q50 -40 96 -6q-44 40 -96 6Z', '#6fa84a'), oval(204, 176, 24, 14, '#fff', 'opacity=".5"'));
  return s.add(group('translate(170 640) rotate(8)', oval(0, 0, 56, 82, '#d9d4c8'), oval(0, -4, 42, 64, '#b8b2a4'), rect(-13, 70, 26, 330, '#d9d4c8', 'rx="12"')), group('translate(1500 660) rotate(-6)', circle(0, 0, 96, '#f7f0e0'), circle(0, 0, 80, s.fade([['#b5562a', 0], ['#7a2f1a', 1]], { radial: 'r=".6"' })), circle(-26, -24, 14, '#fff', 'opacity=".35"')));
}

export function puppetStage() {
  const s = sheet(131);
  s.add(rect(0, 0, W, H, s.fade(['#2a1430', '#4a1c33'])), rect(230, 150, 1140, 760, s.fade(['#26406b', '#6d7fb0', '#f2c98a'])));
  s.add(circle(1080, 330, 78, '#fff1c9'), span(0, 26, 1, () => circle(s.roll.between(260, 1340), s.roll.between(170, 470), s.roll.between(1.5, 4), '#fff4d8', 'opacity=".8"')));
  s.add(span(0, 7, 1, (i) => { const x = 300 + i * 170, h = s.roll.between(180, 330); return shape([[x - 120, 800], [x, 800 - h], [x + 120, 800]], s.roll.pick(['#33507a', '#2b4468', '#40608b'])); }), rect(230, 780, 1140, 130, '#5b3b2b'), rect(230, 780, 1140, 12, '#7d5539'));
  const wolf = (x, y, k) => group(`translate(${x} ${y}) scale(${k})`, stroke('M-70 -250L-90 -600M70 -230L110 -600M0 -340L10 -600M150 -20L190 -600', '#e9dcc0', 3, 'opacity=".7"'),
    path('M-150 120Q-170 -40 -60 -90L110 -80Q190 -40 170 120L120 120L104 30L-80 30L-100 120Z', '#77808c'), path('M-60 -90Q-130 -240 -40 -300L-30 -370L20 -310L60 -372L76 -296Q150 -250 104 -170L40 -70Z', '#8e97a3'),
    path('M76 -232L196 -196Q204 -160 150 -158L70 -160Z', '#a9b1bb'), circle(196, -190, 15, '#1e1c20'), circle(60, -246, 11, '#f4d24a'), circle(62, -246, 5, '#1e1c20'), path('M-150 70Q-260 40 -250 -90Q-190 -30 -140 0Z', '#6a727d'), span(-130, 140, 80, (q) => circle(q, 118, 17, '#5b626c')));
  const girl = (x, y, k) => group(`translate(${x} ${y}) scale(${k})`, stroke('M-60 -120L-40 -600M60 -120L40 -600M0 -250L0 -600', '#e9dcc0', 3, 'opacity=".7"'), path('M-100 130Q-70 -90 0 -120Q70 -90 100 130Z', '#c23b32'), path('M-84 60Q0 96 84 60L92 96Q0 132 -92 96Z', '#f1d9a2'), circle(0, -176, 62, '#e0b088'), path('M-66 -190Q-60 -262 0 -262Q60 -262 66 -190Q0 -232 -66 -190Z', '#26211f'), path('M-58 -232H58L40 -286H-40Z', '#2f7f86'), circle(-22, -172, 6, '#26211f'), circle(22, -172, 6, '#26211f'), stroke('M-16 -144Q0 -132 16 -144', '#a1462f', 5), stroke('M-78 0L-130 60M78 0L130 40', '#c23b32', 26), stroke('M-40 126V176M40 126V176', '#26211f', 16));
  s.add(wolf(620, 690, 0.92), girl(1010, 700, 0.86));
  for (const side of [0, 1]) s.add(group(side ? `translate(${W} 0) scale(-1 1)` : '', span(0, 6, 1, (i) => path(`M${i * 62} 0Q${i * 62 + 90} 420 ${i * 40} ${H}H${i * 40 + 70}Q${i * 62 + 150} 420 ${i * 62 + 70} 0Z`, i % 2 ? '#a3242b' : '#7f1a24'))));
  s.add(span(0, W, 200, (x) => path(`M${x} 0H${x + 200}V120Q${x + 100} 230 ${x} 120Z`, (x / 200) % 2 ? '#8a1d26' : '#ab2a30')), rect(0, 0, W, 30, '#d9a441'));
  return s.add(span(40, W, 130, (x) => [circle(x + 60, 1010, 46, '#1d1420'), path(`M${x} ${H}Q${x + 10} 1040 ${x + 60} 1040Q${x + 110} 1040 ${x + 120} ${H}Z`, '#1d1420')]));
}

export function winterStreet() {
  const s = sheet(137);
  s.sky(['#1f2f4a', 0], ['#56708f', 0.5], ['#d9c7b4', 0.72]).ridge(520, 120, '#8fa3b8').ridge(580, 60, '#a9b8c6');
  s.add(span(0, 9, 1, (i) => { const x = i * 186 - 30, h = s.roll.between(240, 430), c = s.roll.pick(['#6b6470', '#7d6f72', '#585a6c', '#846f62']); return [rect(x, 760 - h, 170, h, c), rect(x - 6, 752 - h, 182, 16, '#eef2f5'), span(0, 5, 1, (k) => span(0, Math.floor(h / 76), 1, (r) => rect(x + 16 + k * 30, 786 - h + r * 70, 18, 34, s.roll() < 0.55 ? '#ffd98a' : '#33384a')))]; }));
  s.add(rect(0, 740, W, 330, '#e8edf1'), shape([[0, 1000], [0, 860], [W, 800], [W, 930]], '#8c929b'), shape([[0, 944], [W, 866], [W, 872], [0, 954]], '#f4f6f8'), stroke('M0 900L1600 832M0 978L1600 902', '#c9d0d7', 9));
  const bus = group('translate(470 690) rotate(-2)', rect(0, 0, 620, 196, '#1f6f78', 'rx="22"'), rect(0, 118, 620, 26, '#f3d9a0'), rect(-4, -16, 628, 26, '#f4f7f9', 'rx="12"'), span(24, 560, 96, (x) => rect(x, 30, 78, 72, '#ffe9b4', 'rx="8"')), rect(546, 26, 60, 130, '#2b3f4d', 'rx="8"'), circle(120, 200, 44, '#20242b'), circle(120, 200, 19, '#9aa4ad'), circle(480, 200, 44, '#20242b'), circle(480, 200, 19, '#9aa4ad'), circle(612, 158, 12, '#fff3c4'));
  s.add(bus, path('M1080 820L1560 700L1600 900L1090 862Z', '#fff3c4', 'opacity=".28"'));
  s.add(figure(250, 900, 170, '#a33a2a', '#23222a'), figure(330, 916, 178, '#33415f', '#1f1d22'), rect(170, 700, 10, 210, '#3a3f4a'), rect(120, 690, 110, 56, '#2f6f9c', 'rx="6"'), rect(118, 684, 114, 10, '#f4f7f9'));
  s.add(span(0, 4, 1, (i) => { const x = 1180 + i * 130; return [rect(x, 560, 14, 250, '#4b3a33'), span(0, 7, 1, (k) => stroke(`M${x + 7} ${790 - k * 30}q${k % 2 ? 50 : -50} -30 ${k % 2 ? 70 : -70} -74`, '#4b3a33', 8 - k * 0.7)), span(0, 5, 1, () => oval(x + s.roll.between(-70, 80), s.roll.between(550, 680), 26, 9, '#f7fafc'))]; }));
  return s.add(span(0, 260, 1, () => circle(s.roll() * W, s.roll() * H, s.roll.between(2, 7), '#ffffff', `opacity="${s.roll.between(0.35, 0.95).toFixed(2)}"`)));
}

export function headWorks() {
  const s = sheet(139);
  s.sky(['#6f8fb0', 0], ['#c9d3cf', 0.4], ['#f6e3bb', 0.56]).ridge(430, 150, '#8d9aa8').ridge(500, 70, '#a5a68f').hills(560, 24, '#8f9a62');
  s.water(600, '#5b93a8', '#2f6b86', '#ffffff', 40, 760);
  s.add(rect(0, 560, W, 22, '#8b8578'), span(0, W, 200, (x) => [rect(x + 8, 420, 46, 380, '#b9b1a0'), rect(x + 8, 420, 12, 380, '#d6cfbe'), rect(x + 62, 470, 138, 16, '#6d675c'), rect(x + 74, 486, 116, 210, '#3d5f57'), rect(x + 74, 486, 116, 14, '#55796f'), span(0, 4, 1, (k) => rect(x + 80, 524 + k * 40, 104, 6, '#2e4a44')), circle(x + 132, 446, 34, 'none', 'stroke="#b23a2c" stroke-width="10"'), stroke(`M${x + 98} 446H${x + 166}M${x + 132} 412V480`, '#b23a2c', 7), rect(x + 127, 446, 10, 60, '#5b5548')]));
  s.add(rect(0, 396, W, 30, '#a59c89'), rect(0, 388, W, 10, '#7c7565'), span(0, W, 66, (x) => rect(x, 340, 7, 52, '#5d574b')), rect(0, 336, W, 8, '#5d574b'));
  s.add(figure(920, 398, 150, '#e2a93b', '#2b2a2a'), figure(1010, 398, 158, '#33608a', '#2b2a2a'));
  s.add(span(0, W, 200, (x) => path(`M${x + 74} 696H${x + 190}Q${x + 220} 820 ${x + 214} 900H${x + 50}Q${x + 44} 820 ${x + 74} 696Z`, s.fade([['#e8f4f4', 0, 0.95], ['#9cc7cf', 1, 0.7]]))));
  s.water(860, '#79b0b8', '#2c6f86', '#ffffff', 90);
  return s.add(span(0, 90, 1, () => oval(s.roll() * W, s.roll.between(866, 960), s.roll.between(20, 80), s.roll.between(6, 16), '#ffffff', `opacity="${s.roll.between(0.15, 0.55).toFixed(2)}"`)));
}
