// Mountains, water, steppe, snow.
import { W, H, sheet, rect, circle, oval, path, stroke, shape, span, group, figure } from './brush.mjs';

export function mountainLake() {
  const s = sheet(11);
  s.sky(['#2b3a67', 0], ['#7a5c8f', 0.3], ['#e8907a', 0.5], ['#ffd9a0', 0.62]).glow(1130, 560, 460, '#ffe9b8', 0.95);
  s.add(circle(1130, 560, 74, '#fff3d2'));
  s.ridge(520, 90, '#8f7aa8', { rough: 0.5 });
  s.peak(330, 210, 420, 700, { light: '#a98bb0', dark: '#4d4a78', snow: '#fbe7dc', shade: '#a9a3cf' });
  s.peak(760, 300, 360, 700, { light: '#b592a8', dark: '#56507c', snow: '#fff0e0', shade: '#b0a8d2' });
  s.peak(1420, 320, 380, 700, { light: '#b08aa0', dark: '#4b4772', snow: '#fbe2d2', shade: '#a09ac6' });
  s.ridge(640, 45, '#3f4270', { base: 720 });
  s.water(700, '#f2b98f', '#27406b', '#fff1d0', 110);
  s.add(span(0, 26, 1, (i) => oval(1130 + s.roll.between(-20, 20), 712 + i * 13, s.roll.between(20, 90 + i * 2), 3, '#fff3d2', 'opacity=".55"')));
  s.ridge(980, 40, '#151c38', { rough: 0.45 });
  return s.add(span(0, 46, 1, () => { const x = s.roll() * W; return stroke(`M${x} 1030q${s.roll.between(-14, 14)} -50 ${s.roll.between(-26, 26)} -${s.roll.between(60, 130)}`, '#151c38', 4); }));
}

export function glacier() {
  const s = sheet(23);
  s.sky(['#1d5b8a', 0], ['#6db3cf', 0.35], ['#dff1f2', 0.6]);
  s.ridge(300, 120, '#8fb9cc');
  s.peak(260, 120, 420, 760, { light: '#7390a8', dark: '#2e4a66', snow: '#ffffff', shade: '#b9d4e4' });
  s.peak(1360, 90, 460, 780, { light: '#6d8aa3', dark: '#294460', snow: '#ffffff', shade: '#b5d1e2' });
  s.peak(830, 190, 330, 640, { light: '#8ea8bb', dark: '#496783', snow: '#ffffff', shade: '#c4dae7' });
  s.hills(690, 16, '#5d7d94');
  s.add(path('M800 330C790 470 480 640 210 1067L1390 1067C1180 700 930 520 890 330Q845 300 800 330Z', s.fade(['#f4fbfc', '#bfe3ec', '#7fc0d6'])));
  for (let i = 0; i < 34; i++) {
    const y = 470 + i * 17.5, spread = (y - 400) / 667, left = 740 - spread * 420, right = 930 + spread * 330;
    const a = left + s.roll.between(0, 0.5) * (right - left), b = a + s.roll.between(0.12, 0.4) * (right - left);
    s.add(stroke(`M${a} ${y}Q${(a + b) / 2} ${y + 26 * spread + 8} ${Math.min(b, right)} ${y - 2}`, '#3f91b5', 1.5 + 5 * spread, 'opacity=".55"'));
  }
  s.add(shape([[0, 760], [150, 720], [330, 830], [260, 1067], [0, 1067]], '#2a3b4c'), shape([[1600, 720], [1420, 740], [1250, 840], [1340, 1067], [1600, 1067]], '#22323f'));
  s.add(span(0, 5, 1, (i) => { const x = 560 + i * 120, y = 900 - Math.abs(i - 2) * 26; return [rect(x, y - 120, 7, 140, '#c8432f'), rect(x, y - 96, 7, 18, '#fff6e6'), rect(x, y - 52, 7, 18, '#fff6e6')]; }));
  s.add([[706, 886], [745, 894], [985, 880]].map(([x, y]) => figure(x, y, 72, '#d9542f', '#18222c')));
  return s;
}

export function steppeTulips() {
  const s = sheet(37);
  s.sky(['#f7c59f', 0], ['#fbe3c0', 0.42], ['#fdf3dc', 0.55]).glow(420, 430, 380, '#fff8e0', 1);
  s.ridge(500, 40, '#d9b8a6').ridge(545, 30, '#c69f93');
  s.hills(600, 24, '#b7b06a').hills(670, 34, '#98a056').hills(770, 40, '#748a45').hills(900, 40, '#4f6d38');
  const blooms = span(0, 240, 1, () => s.roll() ** 1.3).sort((a, b) => a - b);
  for (const depth of blooms) {
    const x = s.roll() * W, y = 690 + depth * 420, r = 4 + depth * 34, colour = s.roll.pick(['#d23b2a', '#e8552f', '#c22a35', '#f0a92f']);
    s.add(stroke(`M${x} ${y}q${r * 0.2} ${r * 2} ${-r * 0.1} ${r * 3.2}`, '#2f5228', Math.max(1, r * 0.16)),
      path(`M${x - r * 0.7} ${y - r * 0.9}Q${x - r * 0.3} ${y - r * 0.2} ${x} ${y - r * 1.1}Q${x + r * 0.3} ${y - r * 0.2} ${x + r * 0.7} ${y - r * 0.9}Q${x + r} ${y + r * 0.7} ${x} ${y + r * 0.7}Q${x - r} ${y + r * 0.7} ${x - r * 0.7} ${y - r * 0.9}Z`, colour),
      path(`M${x} ${y - r * 1.1}Q${x + r * 0.5} ${y} ${x} ${y + r * 0.7}Q${x - r * 0.5} ${y} ${x} ${y - r * 1.1}Z`, '#fff', 'opacity=".16"'));
  }
  return s.birds(1120, 240, 11, 26, '#6b4a45');
}

export function avalancheSlope() {
  const s = sheet(41);
  s.sky(['#27466d', 0], ['#86aacb', 0.4], ['#e9eef2', 0.62]);
  s.peak(1180, 40, 760, 980, { light: '#dfeaf2', dark: '#86a5c2', snow: '#ffffff', shade: '#bdd2e4' });
  s.peak(300, 210, 560, 980, { light: '#cfdfeb', dark: '#7797b6', snow: '#ffffff', shade: '#b4cbe0' });
  s.add(path('M1080 220C1000 420 1010 560 860 760C820 830 960 860 1040 850C1160 820 1140 600 1130 430Z', s.fade(['#ffffff', '#dbe8f2']), 'opacity=".92"'));
  s.add(span(0, 70, 1, () => circle(s.roll.between(820, 1120), s.roll.between(740, 870), s.roll.between(10, 44), '#fff', `opacity="${s.roll.between(0.2, 0.6).toFixed(2)}"`)));
  s.hills(880, 26, '#eef4f8').hills(960, 22, '#dbe6ef');
  for (let i = 0; i < 90; i++) {
    const x = s.roll() < 0.62 ? s.roll.between(-20, 620) : s.roll.between(1220, 1620), y = s.roll.between(850, 1060), h = 40 + (y - 840) * 0.5;
    s.add(path(`M${x} ${y - h}L${x + h * 0.24} ${y - h * 0.3}L${x + h * 0.1} ${y - h * 0.34}L${x + h * 0.3} ${y}L${x - h * 0.3} ${y}L${x - h * 0.1} ${y - h * 0.34}L${x - h * 0.24} ${y - h * 0.3}Z`, s.roll.pick(['#1f3a4d', '#274a5c', '#18303f'])));
  }
  s.add(stroke('M640 1067C760 1000 900 1000 980 940S1160 900 1240 905', '#5b6f82', 26), stroke('M640 1067C760 1000 900 1000 980 940S1160 900 1240 905', '#f4f7fa', 3, 'stroke-dasharray="18 22"'));
  s.add(rect(742, 950, 130, 44, '#e2702b', 'rx="8"'), rect(842, 932, 44, 60, '#e2702b', 'rx="8"'), rect(850, 940, 28, 22, '#bfe0ee'), circle(770, 998, 13, '#1c2630'), circle(858, 998, 13, '#1c2630'), rect(846, 922, 26, 8, '#ffd23d'));
  return s;
}

export function yurts() {
  const s = sheet(53);
  s.sky(['#3b5d8f', 0], ['#9db7c9', 0.34], ['#f6e2b9', 0.56]).glow(250, 420, 420, '#fff0c4', 0.9);
  s.peak(520, 190, 460, 640, { light: '#8d9cb4', dark: '#495a7c', snow: '#fffaf0', shade: '#b6c3da' });
  s.peak(1130, 150, 520, 640, { light: '#8596b0', dark: '#435577', snow: '#fffaf0', shade: '#aebdd6' });
  s.ridge(560, 40, '#5f7a72').hills(610, 20, '#7d9a5c').hills(700, 36, '#668b4a').hills(840, 50, '#4c7238');
  const yurt = (x, y, r) => s.add(oval(x, y + r * 0.06, r * 1.5, r * 0.16, '#24401f', 'opacity=".4"'),
    path(`M${x - r} ${y}L${x - r * 1.02} ${y - r * 0.62}L${x + r * 1.02} ${y - r * 0.62}L${x + r} ${y}Z`, s.fade(['#fff8e8', '#d9c8a8'], { x: 1, y: 0 })),
    path(`M${x - r * 1.06} ${y - r * 0.6}Q${x - r * 0.75} ${y - r * 1.2} ${x - r * 0.2} ${y - r * 1.34}L${x + r * 0.2} ${y - r * 1.34}Q${x + r * 0.75} ${y - r * 1.2} ${x + r * 1.06} ${y - r * 0.6}Z`, s.fade(['#fffdf4', '#cdb68e'], { x: 1, y: 0 })),
    rect(x - r * 1.03, y - r * 0.66, r * 2.06, r * 0.13, '#a5322a'), span(-0.95, 0.95, 0.19, (k) => shape([[x + k * r, y - r * 0.64], [x + (k + 0.09) * r, y - r * 0.55], [x + (k + 0.18) * r, y - r * 0.64]], '#f3d9a0')),
    rect(x - r * 0.24, y - r * 0.56, r * 0.48, r * 0.56, '#7c2f22'), rect(x - r * 0.18, y - r * 0.5, r * 0.36, r * 0.5, '#c8843a'), rect(x - r * 0.2, y - r * 1.4, r * 0.4, r * 0.1, '#6b4a2f'));
  yurt(1130, 730, 90); yurt(1380, 770, 105); yurt(560, 880, 200);
  s.add(stroke('M575 590q-20 -50 10 -90t-6 -110', '#f4f0e6', 14, 'opacity=".5"'));
  const horse = (x, y, k, c) => group(`translate(${x} ${y}) scale(${k})`, path('M-52 -46Q-20 -62 24 -52Q40 -92 66 -96L82 -78L70 -70Q58 -52 46 -30Q44 -20 42 0L34 0L30 -26L-26 -24L-32 0L-41 0L-42 -28Q-60 -30 -62 -8Q-66 -40 -52 -46Z', c));
  return s.add(horse(905, 860, 1.1, '#3a2a20'), horse(1040, 900, 1.35, '#6b3f25'), horse(820, 800, 0.7, '#54382a'));
}

export function roadPass() {
  const s = sheet(67);
  s.sky(['#4e5f8c', 0], ['#c99a9a', 0.36], ['#f7d7a8', 0.58]);
  s.ridge(420, 120, '#9c8aa0').ridge(560, 60, '#7a6280');
  s.peak(300, 160, 520, 900, { light: '#b5826a', dark: '#5d4258', snow: '#fff4e4', shade: '#c9b4c4' });
  s.peak(1290, 120, 560, 900, { light: '#a97562', dark: '#533a52', snow: '#fff4e4', shade: '#c2adc0' });
  s.hills(760, 40, '#8a6a4c').hills(880, 40, '#6f5238');
  s.add(shape([[640, 560], [790, 470], [850, 480], [1000, 600], [1000, 780], [600, 780]], '#7d604a'));
  const way = 'M-60 1040C420 960 1180 1000 1250 900S620 850 640 780S960 740 940 700S800 670 790 640S820 560 810 520';
  s.add(stroke(way, '#3a3036', 60), stroke(way, '#584a4c', 50), stroke(way, '#f4d58d', 4, 'stroke-dasharray="30 26"'));
  const truck = (x, y, k, c) => group(`translate(${x} ${y}) scale(${k})`, rect(-100, -86, 150, 70, c, 'rx="4"'), rect(-100, -60, 150, 8, '#fff', 'opacity=".35"'), path('M54 -70L86 -70Q100 -66 104 -40L104 -16L54 -16Z', '#f2efe6'), rect(74, -62, 22, 22, '#52708a'), rect(-104, -18, 210, 9, '#2a2428'), [-76, -44, 34, 80].map((w) => circle(w, -6, 14, '#1c181c')));
  return s.add(truck(300, 985, 1.5, '#1f6f78'), truck(760, 980, 1.35, '#c4452f'), truck(1120, 960, 1.1, '#d99a2b'), truck(800, 842, 0.55, '#2f5d8a'));
}
