// Tables and papers, two tall pictures, and the stylised busts of the authors.
import { W, H, sheet, rect, circle, oval, path, stroke, shape, span, group, figure } from './brush.mjs';

function startup() {
  const s = sheet(137);
  s.sky(['#10273f', 0], ['#1f4f63', 0.6], ['#2e7a7a', 1]).glow(800, 560, 700, '#7fd6c0', 0.35);
  s.add(span(0, 6, 1, (i) => rect(90 + i * 250, 70, 200, 380, s.fade(['#28305f', '#d9806a', '#f7c98a']), 'rx="6"')), span(0, 6, 1, (i) => path(`M${90 + i * 250} 450V${370 - (i % 3) * 30}L${150 + i * 250} ${300 + (i % 2) * 40}L${220 + i * 250} ${390 - (i % 2) * 40}L${290 + i * 250} 350V450Z`, '#3a3562')), rect(0, 450, W, 24, '#0c1c2e'));
  s.add(span(0, 5, 1, (i) => [rect(196 + i * 300, 0, 5, 90, '#0a1725'), path(`M${150 + i * 300} 140Q${198 + i * 300} 60 ${246 + i * 300} 140Z`, '#f0b04a'), shape([[150 + i * 300, 140], [246 + i * 300, 140], [330 + i * 300, 640], [66 + i * 300, 640]], '#ffe2a0', 'opacity=".1"')]));
  const desk = (x, coat, hair) => s.add(group(`translate(${x} 800)`, path('M-120 0Q-130 -170 0 -176Q130 -170 120 0Z', coat), circle(0, -232, 62, '#c48a60'), path('M-66 -232Q-70 -312 0 -312Q70 -312 66 -232Q30 -276 -66 -232Z', hair), rect(-150, -130, 300, 190, '#d5dde0', 'rx="14"'), rect(-138, -118, 276, 166, '#13283a', 'rx="6"'), span(0, 6, 1, (j) => rect(-118, -98 + j * 22, s.roll.between(60, 220), 9, s.roll.pick(['#7fd6c0', '#f0b04a', '#e8745a', '#cfe6ee']), 'rx="4"'))));
  desk(330, '#c2562f', '#22202c'); desk(800, '#2f7f86', '#3a2a24'); desk(1270, '#d9a23d', '#1a1a24');
  s.add(rect(0, 850, W, 40, '#a8703f'), rect(0, 886, W, 190, '#6b4228'));
  return s.add([560, 1040].map((x) => [path(`M${x - 46} 760H${x + 46}L${x + 34} 852H${x - 34}Z`, '#f4efe6'), path(`M${x - 40} 780H${x + 40}L${x + 34} 846H${x - 34}Z`, '#fff'), rect(x - 30, 800, 60, 24, '#2f7f86')]), span(0, 5, 1, (i) => stroke(`M${120} 850q${-60 + i * 30} -60 ${-70 + i * 36} -140`, '#4f9a5b', 12)));
}

function book() {
  const s = sheet(139);
  s.sky(['#3a2148', 0], ['#8a3f5c', 0.45], ['#f0a060', 0.85]).stars(60, 300).glow(800, 560, 560, '#ffe3a0', 0.85);
  s.peak(620, 220, 300, 700, { light: '#a8566a', dark: '#5a2f56', snow: '#fff0dc', shade: '#d8a8b4' }).peak(1000, 290, 280, 700, { light: '#9c4f66', dark: '#522b50', snow: '#fff0dc', shade: '#cf9fae' }).ridge(640, 30, '#4a2648', { from: 280, to: 1320, base: 720 });
  s.add(oval(800, 990, 720, 50, '#1f1028', 'opacity=".6"'), path('M90 960Q440 860 800 960Q1160 860 1510 960V990Q1160 900 800 1000Q440 900 90 990Z', '#6b2a2f'));
  for (const q of [1, -1]) { const f = (x) => 800 + q * x; s.add(path(`M800 700Q${f(300)} 590 ${f(680)} 660L${f(700)} 950Q${f(340)} 860 800 960Z`, s.fade(q > 0 ? ['#e6d3ad', '#fff6e0'] : ['#fff6e0', '#e6d3ad'], { x: 1, y: 0 })), span(0, 9, 1, (i) => stroke(`M${f(90)} ${716 + i * 24}Q${f(300)} ${660 + i * 25} ${f(i % 4 === 3 ? 360 : 560)} ${(i % 4 === 3 ? 656 : 676) + i * 26}`, '#7a5a44', 5, 'opacity=".55"'))); }
  s.add(stroke('M800 700V958', '#a88a64', 5), path('M790 690Q770 820 800 1010L820 1040L832 1000Q806 820 812 690Z', '#b8242a'));
  const letters = ['ә', 'ң', 'ө', 'ү', 'ғ', 'қ', 'ҳ', 'ҷ', 'ӯ', 'ş', 'ž', 'ý', 'ä', 'ʻ', 'ж', 'a', 'ö', 'ш'];
  return s.add(letters.map((letter, i) => { const a = -2.9 + i * 0.16, r = 330 + s.roll.between(-40, 220); return `<text x="${(800 + r * 1.5 * Math.cos(a)).toFixed(0)}" y="${(640 + r * Math.sin(a)).toFixed(0)}" font-family="DejaVu Serif, serif" font-size="${s.roll.between(44, 92).toFixed(0)}" fill="#fff0cf" opacity="${s.roll.between(0.45, 0.95).toFixed(2)}" transform="rotate(${s.roll.between(-16, 16).toFixed(0)} ${(800 + r * 1.5 * Math.cos(a)).toFixed(0)} ${(640 + r * Math.sin(a)).toFixed(0)})">${letter}</text>`; }));
}

function assembly() {
  const s = sheet(149);
  s.sky(['#20334a', 0], ['#35546a', 0.5], ['#5c4638', 1]).glow(800, 260, 620, '#ffe2a8', 0.6);
  s.add(span(0, 11, 1, (i) => [rect(60 + i * 144, 60, 40, 470, s.fade(['#d8c7a4', '#8f7c5c'], { x: 1, y: 0 })), rect(50 + i * 144, 50, 60, 22, '#e6d8b8')]), rect(0, 26, W, 28, '#c9b68e'), rect(500, 130, 600, 280, '#1f4f63'), span(500, 1090, 40, (x) => rect(x, 130, 14, 280, '#2a6478')), circle(800, 270, 84, '#e0b45a'), circle(800, 270, 68, '#1f4f63'), span(0, 16, 1, (i) => group(`translate(800 270) rotate(${i * 22.5})`, path('M0 -62L9 -22L0 -12L-9 -22Z', '#e0b45a'))));
  s.add(rect(620, 460, 360, 110, '#6b3f25'), rect(606, 450, 388, 20, '#8f5a34'), figure(800, 470, 130, '#22303f', '#b98058'), figure(680, 480, 110, '#5a2f3f', '#b98058'), figure(920, 480, 110, '#2f4f4a', '#b98058'));
  for (let row = 0; row < 5; row++) { const r = 300 + row * 150, y = 560 + row * 34; for (let i = 0; i <= 12 + row * 2; i++) { const a = Math.PI * (0.04 + 0.92 * i / (12 + row * 2)), x = 800 + r * 1.15 * Math.cos(a), yy = y + r * 0.5 * Math.sin(a), k = 0.5 + row * 0.16; s.add(group(`translate(${x.toFixed(0)} ${yy.toFixed(0)}) scale(${k.toFixed(2)})`, path('M-44 60Q-46 -16 0 -20Q46 -16 44 60Z', s.roll.pick(['#22303f', '#3b2f4a', '#5a2f3f', '#2f4f4a', '#6b5a3a', '#1f2a33'])), circle(0, -46, 28, s.roll.pick(['#22202a', '#3a2a24', '#6b5a50', '#d8d0c4', '#1a1a20'])), s.roll() < 0.16 ? [stroke('M30 0L46 -104', '#22303f', 14), rect(30, -142, 34, 44, '#f6e7b8')] : '')); } s.add(stroke(`M${800 - r * 1.25} ${y + 40}Q800 ${y + r * 1.12} ${800 + r * 1.25} ${y + 40}`, row % 2 ? '#8f5a34' : '#7a4a2b', 12 + row * 5)); }
  return s;
}

function port() {
  const s = sheet(151);
  s.sky(['#f0b08a', 0], ['#f8dcb0', 0.4], ['#fdf0d4', 0.6]).glow(380, 520, 380, '#fff8e4', 1).add(circle(380, 540, 70, '#fff6e0'));
  s.water(600, '#e8c9a4', '#1f5f73', '#fff6e0', 90);
  const crane = (x, k, c) => group(`translate(${x} 640) scale(${k})`, stroke('M-60 0L-30 -300M60 0L30 -300M-46 -140H46M-52 -60L40 -220M52 -60L-40 -220', c, 12), rect(-50, -340, 100, 50, c), stroke('M-190 -330L330 -420M0 -340L0 -470L330 -420M0 -470L-190 -330', c, 10), stroke('M250 -408V-210', c, 4), rect(222, -214, 56, 40, '#d9962a'), rect(10, -330, 34, 28, '#bfe0ee'));
  s.add(crane(1010, 0.9, '#8f3a34'), crane(1290, 1.15, '#a8433a'), crane(1520, 0.8, '#7d3530'), rect(860, 630, 760, 40, '#6b5a4c'), rect(860, 664, 760, 50, '#4a3f38'));
  for (let i = 0; i < 9; i++) for (let j = 0; j < 1 + (i * 7) % 3; j++) s.add(rect(900 + i * 76, 596 - j * 36, 70, 34, s.roll.pick(['#2f6b84', '#c2452f', '#d9962a', '#4f7a4c', '#e8dcc0'])));
  s.add(path('M110 700H1010L950 850H200Z', s.fade(['#22384f', '#14243a'])), path('M126 730H996L988 752H138Z', '#c2452f'), rect(190, 560, 170, 142, '#f4efe2'), rect(210, 500, 110, 62, '#f4efe2'), span(206, 340, 34, (x) => [rect(x, 600, 20, 18, '#2f4f63'), rect(x, 644, 20, 18, '#2f4f63')]), rect(222, 516, 86, 20, '#2f4f63'), rect(246, 430, 44, 72, '#c2452f'), rect(246, 446, 44, 14, '#f4efe2'), stroke('M268 430q-20 -50 30 -80t40 -70', '#5a4a48', 20, 'opacity=".25"'));
  for (let i = 0; i < 8; i++) for (let j = 0; j < 2 + (i % 2); j++) s.add(rect(400 + i * 70, 662 - j * 38, 66, 36, s.roll.pick(['#d9962a', '#2f7f86', '#c2452f', '#e8dcc0', '#6d8f4f', '#4a5f8a'])));
  return s.add(span(0, 30, 1, (i) => oval(540 + s.roll.between(-380, 380), 860 + i * 6, s.roll.between(30, 140), 3, '#14243a', 'opacity=".35"'))).birds(700, 280, 12, 22, '#6b4a45');
}

function charts() {
  const s = sheet(157), ink = '#123a47';
  s.add(rect(0, 0, W, H, s.fade(['#f6ead0', '#ecd9b2'], { x: 0.6, y: 1 })), span(140, 960, 100, (y) => rect(110, y, 1380, 2, ink, 'opacity=".16"')), span(110, 1500, 115, (x) => rect(x, 140, 2, 760, ink, 'opacity=".1"')));
  s.add(span(0, 24, 1, (i) => { const h = 90 + 220 * Math.abs(Math.sin(i * 0.41)) + s.roll.between(0, 120); return [rect(130 + i * 57, 900 - h, 38, h, i === 17 ? '#c2452f' : s.fade(['#2f8f93', '#1c5f6b'])), rect(130 + i * 57, 900 - h, 38, 10, '#fff', 'opacity=".3"')]; }));
  let d = 'M120 640', e = 'M120 470', y = 640, z = 470; for (let x = 120; x < 1480; x += 34) { y += s.roll.between(-34, 25); z += s.roll.between(-20, 16); d += `H${x + 34}V${y.toFixed(0)}`; e += `L${x + 34} ${z.toFixed(0)}`; }
  s.add(path(d + 'V900H120Z', '#e0a03a', 'opacity=".22"'), stroke(d, '#d9822b', 9), stroke(e, ink, 7));
  s.add(circle(1270, 270, 130, '#123a47'), path('M1270 270V140A130 130 0 0 1 1395 305Z', '#e0a03a'), path('M1270 270L1395 305A130 130 0 0 1 1200 380Z', '#c2452f'), circle(1270, 270, 62, '#f4e6c8'));
  return s.add(rect(110, 900, 1390, 6, ink), rect(107, 140, 6, 764, ink), span(0, 5, 1, (i) => group(`translate(${330 + i * 50} 960)`, oval(0, 30, 56, 20, '#8f6a24'), oval(0, 14, 56, 20, '#e6b84f'), oval(0, 10, 44, 14, '#f4d480'))));
}

function minaret() {
  const s = sheet(163, 1067, 1600);
  s.sky(['#0f1c46', 0], ['#2f3d7a', 0.4], ['#b56a86', 0.7], ['#f7b77a', 0.86]).stars(160, 800).glow(740, 420, 330, '#fbe9c0', 0.6).add(circle(740, 420, 96, '#fbefd0'), circle(776, 400, 86, '#26346d'));
  s.ridge(1290, 60, '#4a3a6a').add(path('M60 1500V1290Q70 1110 230 1080Q390 1110 400 1290V1500Z', '#1f5f7f'), path('M60 1300Q70 1110 230 1080Q390 1110 400 1300Z', s.fade(['#4fb3bd', '#1b5f7a'], { x: 1, y: 0 })), rect(226, 1030, 8, 60, '#e0b45a'), rect(40, 1296, 380, 30, '#c99a5f'));
  s.add(path('M640 1600L690 420H850L900 1600Z', s.fade(['#dca86a', '#7d4a36'], { x: 1, y: 0 })), path('M672 424H868L850 330H690Z', '#b57c48'), rect(664, 416, 212, 22, '#e8c088'), span(0, 5, 1, (i) => path(`M${700 + i * 30} 416V370Q${711 + i * 30} 346 ${722 + i * 30} 370V416Z`, '#2a1c38')), path('M700 330Q770 220 840 330Z', '#2f93a0'), rect(766, 196, 8, 50, '#e0b45a'));
  for (let i = 0; i < 11; i++) { const y = 500 + i * 100, w = 84 + (y - 420) * 0.0424; s.add(rect(770 - w, y, w * 2, 12, '#2a7f96'), span(0, 6, 1, (k) => { const x = 770 - w + (k + 0.5) * w / 3; return i % 2 ? shape([[x - 20, y + 52], [x, y + 26], [x + 20, y + 52], [x, y + 78]], k % 2 ? '#2f93a0' : '#e8c37a') : circle(x, y + 54, 15, k % 2 ? '#e8c37a' : '#2a6f96'); })); }
  return s.add(rect(0, 1480, 1067, 120, '#1a1330'), span(0, 7, 1, (i) => [circle(80 + i * 160, 1450, 10, '#ffd88a'), circle(80 + i * 160, 1450, 40, '#ffd88a', 'opacity=".16"'), rect(77 + i * 160, 1450, 6, 60, '#0f0b20')])).birds(330, 640, 9, 20, '#131a3a');
}

function poplarAvenue() {
  const s = sheet(167, 1067, 1600);
  s.sky(['#7fb3c8', 0], ['#f3dfae', 0.5], ['#fbeec8', 0.62]).glow(533, 900, 380, '#fffbe8', 1).ridge(900, 50, '#a9b7b0', { rough: 0.5 });
  s.add(rect(0, 930, 1067, 670, '#a98f45'), shape([[533, 930], [150, 1600], [880, 1600]], s.fade(['#ead9b0', '#c9a873'])), shape([[533, 930], [880, 1600], [1010, 1600]], s.fade(['#a9d0d3', '#3f8098'])));
  for (let i = 0; i < 9; i++) { const k = (i / 8) ** 1.9, base = 940 + k * 520, h = 110 + k * 1320; for (const q of [-1, 1]) s.poplar(533 + q * (44 + k * 560), base, h, q < 0 ? '#b8862b' : '#8f6a24', q < 0 ? '#e8b843' : '#c9952f'); }
  s.add(span(0, 170, 1, () => { const d = s.roll(), y = 960 + d * 640; return oval(s.roll() * 1067, y, 2 + d * 9, 1 + d * 5, s.roll.pick(['#e8b843', '#d08a2b', '#f4d06a', '#b5642a'])); }));
  return s.add(figure(480, 1210, 150, '#8f2f3a', '#2a2028'), group('translate(560 1210) scale(.9)', '<circle cx="0" cy="0" r="30" fill="none" stroke="#22202a" stroke-width="6"/><circle cx="86" cy="0" r="30" fill="none" stroke="#22202a" stroke-width="6"/>', stroke('M0 0L30 -46H72L40 0L30 -46M72 -46L86 0M72 -46L68 -66H84M26 -56H40', '#22202a', 6)));
}

function bust(seed, { back, skin, coat, trim, hair, crown = () => '', front = () => '' }) {
  return () => {
    const s = sheet(seed, 600, 600), shadow = s.fade([['#000', 0, 0], ['#000', 1, 0.28]], { x: 1, y: 0 });
    s.sky(...back).glow(300, 240, 300, '#fff6dc', 0.35);
    s.add(span(0, 10, 1, (i) => span(0, 10, 1, (j) => shape([[i * 66, j * 66 - 12], [i * 66 + 12, j * 66], [i * 66, j * 66 + 12], [i * 66 - 12, j * 66]], '#fff', 'opacity=".09"'))));
    const coatShape = 'M70 620Q80 462 216 436Q300 470 384 436Q520 462 530 620Z';
    s.add(hair.back ?? '', path('M252 360H348V450Q300 492 252 450Z', skin), path('M252 396Q300 440 348 396V420Q300 462 252 420Z', '#000', 'opacity=".16"'), path(coatShape, coat), path(coatShape, shadow), path('M216 436Q300 520 384 436L402 446Q300 566 198 446Z', trim));
    s.add(path('M206 246Q206 140 300 140Q394 140 394 246Q394 330 352 380Q300 424 248 380Q206 330 206 246Z', skin), path('M300 140Q394 140 394 246Q394 330 352 380Q326 404 300 406Z', '#5a2a1a', 'opacity=".14"'));
    s.add(stroke('M236 252Q252 242 270 250M330 250Q348 242 364 252', '#2a1a18', 6), stroke('M240 272Q254 264 268 272M332 272Q346 264 360 272', '#2a1a18', 5), stroke('M302 270Q312 306 306 322Q300 328 290 324', '#7a4632', 4, 'opacity=".7"'), stroke('M272 356Q300 372 328 356', '#8a3f36', 6));
    return s.add(hair.front ?? '', front(s), crown(s));
  };
}

const cap = (colour, mark) => () => [path('M196 218Q192 120 300 112Q408 120 404 218Q300 178 196 218Z', colour), span(0, 4, 1, (i) => group(`translate(${238 + i * 42} ${176 - Math.sin((i + 0.5) * 0.785) * 18}) scale(.7)`, path('M0 -18C16 -10 18 12 0 22C-18 12 -16 -10 0 -18Z', mark))), path('M194 222Q300 180 406 222L402 200Q300 160 198 200Z', mark, 'opacity=".85"')];
const glasses = () => [`<g fill="#fff" fill-opacity=".12" stroke="#2a2028" stroke-width="5"><circle cx="254" cy="272" r="32"/><circle cx="346" cy="272" r="32"/></g>`, stroke('M286 270Q300 262 314 270', '#2a2028', 5)];

export const portraits = {
  startup, book, assembly, port, charts, minaret, poplarAvenue,
  authorAizada: bust(201, { back: ['#2f6f8f', '#7fb8c4'], skin: '#d9a67c', coat: '#a8322f', trim: '#f3e3c3', hair: { back: path('M190 250Q180 110 300 104Q420 110 410 250L420 470Q300 520 180 470Z', '#1e1a20'), front: path('M204 262Q196 150 300 146Q404 150 396 262Q386 196 320 176Q236 186 204 262Z', '#1e1a20') } }),
  authorDaniyar: bust(202, { back: ['#8a5a3a', '#d9a86a'], skin: '#cf9a6c', coat: '#22384f', trim: '#e8e0d0', hair: { front: path('M200 250Q186 128 300 118Q414 128 400 250Q392 190 356 182Q290 196 236 180Q210 200 200 250Z', '#19171c') }, front: glasses }),
  authorNilufar: bust(203, { back: ['#5a2f5f', '#c27a8a'], skin: '#d6a078', coat: '#1f6f74', trim: '#e8b84a', hair: { back: path('M196 250Q190 116 300 108Q410 116 404 250L398 440Q380 470 352 420L248 420Q220 470 202 440Z', '#2a1a18'), front: path('M204 256Q204 166 300 160Q396 166 396 256Q376 202 300 194Q224 202 204 256Z', '#2a1a18') }, crown: cap('#8f1f2f', '#f0d08a') }),
  authorFarrukh: bust(204, { back: ['#3f6b4a', '#a8c08a'], skin: '#c48e62', coat: '#5a4632', trim: '#f4efe2', hair: { front: path('M202 236Q206 170 236 178L364 178Q394 170 398 236L390 200H210Z', '#221c1a') }, front: () => [path('M214 300Q220 400 300 416Q380 400 386 300Q372 340 340 338Q300 326 260 338Q228 340 214 300Z', '#2a2220'), path('M268 352Q300 344 332 352Q300 376 268 352Z', '#9a5044')], crown: cap('#16181f', '#f4efe2') }),
  authorMaral: bust(205, { back: ['#b8862f', '#f0d08a'], skin: '#dcaa80', coat: '#2f2a4f', trim: '#c23a34', hair: { back: path('M200 250Q196 120 300 112Q404 120 400 250Q404 330 380 380H220Q196 330 200 250Z', '#1c1618'), front: path('M204 258Q200 168 300 160Q400 168 396 258Q384 206 348 190Q280 220 204 258Z', '#1c1618') }, crown: () => [path('M186 236Q170 96 300 88Q430 96 414 236Q404 168 300 160Q196 168 186 236Z', '#b5242c'), span(0, 6, 1, (i) => circle(216 + i * 34, 170 - Math.sin((i + 0.5) * 0.523) * 34, 8, '#f4d480')), path('M400 200Q452 320 420 452L384 440Q410 320 392 230Z', '#8f1c24')] }),
  authorAnton: bust(206, { back: ['#4a5f6b', '#b8c4c0'], skin: '#e6bd98', coat: '#6b7f4a', trim: '#2a2f33', hair: { front: path('M200 244Q178 140 262 120Q360 90 398 160Q412 200 400 250Q394 206 372 190Q300 206 250 176Q212 200 200 244Z', '#a8703a') }, front: () => path('M218 310Q228 394 300 412Q372 394 382 310Q366 350 336 344Q300 336 264 344Q234 350 218 310ZM270 356Q300 348 330 356Q300 372 270 356Z', '#a8703a', 'opacity=".75"') }),
  authorCourier() {
    const s = sheet(207, 600, 600);
    s.sky('#7a1f24', '#b8402f').glow(300, 250, 280, '#f7c98a', 0.7).add(circle(300, 250, 110, '#f4d9a0')).hills(430, 16, '#5a1a22').hills(500, 14, '#3a1218');
    return s.add(group('translate(300 400) scale(2.5)', path('M-52 -46Q-20 -62 24 -52Q40 -92 66 -96L82 -78L70 -70Q58 -52 46 -30L66 -8L60 -2L30 -24L-26 -24L-48 -4L-70 8L-74 2L-46 -14L-42 -28Q-70 -38 -92 -24Q-76 -50 -52 -46Z', '#1f1016'), path('M-14 -50L-8 -92Q-4 -104 10 -100L26 -78L44 -74L42 -67L20 -70L12 -80L10 -50Z', '#1f1016'), circle(10, -112, 11, '#1f1016'), path('M-10 -90Q-40 -88 -60 -70L-56 -84Q-34 -104 -6 -100Z', '#c23a34')));
  },
  authorData() {
    const s = sheet(208, 600, 600);
    s.sky('#123a47', '#1f6f74');
    return s.add(span(0, 7, 1, (i) => { const h = [120, 190, 150, 260, 220, 330, 290][i]; return [rect(90 + i * 62, 480 - h, 42, h, i === 5 ? '#e8a23d' : '#5fb8b0', 'rx="4"')]; }), rect(70, 480, 460, 8, '#f4e6c8'), stroke('M110 330L172 270L234 300L296 190L358 226L420 120L482 150', '#f4e6c8', 9), [[110, 330], [172, 270], [234, 300], [296, 190], [358, 226], [420, 120], [482, 150]].map(([x, y]) => circle(x, y, 13, '#c2452f')));
  },
};
