/**
 * The colours of the product by the role they play, once per scheme. Colour says relationship
 * (yours, others) and heat (pain, delight), never which company. `ColourRole` names appear in CSS as
 * `--il-<kebab-case role>`; the canvas, which cannot read CSS variables cheaply, reads this table.
 */
export const colours = {
  light: {
    ground: '#f4f6f8',
    surface: '#ffffff',
    sunken: '#e6ebef',
    gutter: '#dbe2e8',
    ink: '#14202b',
    onInk: '#f4f6f8',
    inkHover: '#2a3947',
    textQuiet: '#475664',
    line: '#c5ced6',
    lineStrong: '#6b7a88',
    bar: '#14202b',
    onBar: '#f4f6f8',
    onBarQuiet: '#aebac5',
    yours: '#ffc933',
    onYours: '#14202b',
    yoursOutline: '#14202b',
    yoursTint: '#fff4d1',
    others: '#5b6b7a',
    onOthers: '#ffffff',
    othersTint: '#e6ebef',
    pain: '#c8401a',
    onPain: '#ffffff',
    painText: '#b23512',
    painTint: '#fbe6df',
    delight: '#1b6ec2',
    onDelight: '#ffffff',
    delightText: '#175fa8',
    delightTint: '#e0edf9',
    focus: '#14202b',
    focusHalo: '#ffc933',
  },
  dark: {
    ground: '#0f171f',
    surface: '#18242f',
    sunken: '#21303d',
    gutter: '#0a1016',
    ink: '#eef2f5',
    onInk: '#14202b',
    inkHover: '#cfd8df',
    textQuiet: '#a9b7c3',
    line: '#33434f',
    lineStrong: '#8093a3',
    bar: '#080d12',
    onBar: '#f4f6f8',
    onBarQuiet: '#a9b7c3',
    yours: '#ffc933',
    onYours: '#14202b',
    yoursOutline: '#ffe7a3',
    yoursTint: '#3b3218',
    others: '#90a2b2',
    onOthers: '#0f171f',
    othersTint: '#21303d',
    pain: '#ff7d54',
    onPain: '#14202b',
    painText: '#ff9472',
    painTint: '#3c2119',
    delight: '#6cb2f7',
    onDelight: '#14202b',
    delightText: '#82bef9',
    delightTint: '#16304a',
    focus: '#ffffff',
    focusHalo: '#ffc933',
  },
} as const satisfies Record<string, Record<string, string>>

export type ColourScheme = keyof typeof colours
export type ColourRole = keyof (typeof colours)['light']

/** Families for names and headings, and for everything that is read. */
export const fonts = {
  name: "'Barlow Semi Condensed', 'Arial Narrow', sans-serif",
  text: "'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible', system-ui, sans-serif",
}

/** Sizes in pixels that the canvas and the stylesheets must agree on. */
export const sizes = {
  bar: 48,
  mapBar: 40,
  objective: 26,
  stageHeader: 36,
  laneHeader: 132,
  statusLine: 28,
  feelingStrip: 202,
  panel: 360,
  radius: 4,
}

/** The CSS custom property of a role: `yoursOutline` is `--il-yours-outline`. */
export function colourProperty(role: string): string {
  return `--il-${role.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** All roles of one scheme as CSS custom properties, ready for a stylesheet. */
export function colourProperties(scheme: ColourScheme): Record<string, string> {
  return Object.fromEntries(
    Object.entries(colours[scheme]).map(([role, value]) => [colourProperty(role), value]),
  )
}
