import { describe, expect, it } from 'vitest'
import { readBpmn } from '../../shared/interchange/bpmn/readBpmn.ts'
import { readBpmnFile } from '../../shared/interchange/bpmn/readBpmnFile.ts'
import type { ImportRefusal } from '../../shared/interchange/importedMap.ts'
import { scanXml, xmlLimits } from '../../shared/interchange/xmlGuard.ts'
import { fixtureText, mapOf, read, stepsByLane } from './fixtures.ts'

const open =
  '<?xml version="1.0"?>\n<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">\n<process id="p">\n'
const close = '</process></definitions>'
const times = (amount: number, text: (index: number) => string) =>
  Array.from({ length: amount }, (_, index) => text(index)).join('')

/** A reader that must not be reached: what is refused never gets to the parser. */
const unreachable = { fromXML: () => Promise.reject(new Error('the parser was reached')) }

async function refusalOf(xml: string): Promise<ImportRefusal> {
  const result = await readBpmn(xml, unreachable)
  if (result.ok) throw new Error('was not refused')
  expect(result.refusal.message).not.toContain('the parser was reached')
  return result.refusal
}

describe('a hostile file is refused before any parser sees it', () => {
  it.each([
    [
      'a document type',
      '<?xml version="1.0"?>\n\n<!DOCTYPE definitions SYSTEM "file:///etc/passwd">\n<definitions/>',
      3,
    ],
    [
      'entities of its own',
      '<!DOCTYPE x [\n<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n<definitions>&b;</definitions>',
      1,
    ],
    ['an entity nobody declared', `${open}<task name="x"/>\n<task name="&xxe;"/>${close}`, 5],
    ['an entity in text', `${open}<documentation>&b;</documentation>${close}`, 4],
    ['a document type inside', `${open}<!DOCTYPE x>${close}`, 4],
  ])('%s', async (_, xml, line) => {
    expect(await refusalOf(xml)).toMatchObject({ code: 'import.unsafe', line })
  })

  it('elements nested 100,000 deep, after looking at no more than the limit', async () => {
    expect(await refusalOf(open + '<subProcess>\n'.repeat(100_000))).toMatchObject({
      code: 'import.tooDeep',
      line: 202,
    })
    let opened = 0
    const count = () => {
      opened += 1
      return undefined
    }
    scanXml('<a>'.repeat(100_000), { open: count, close: () => {}, text: () => {} })
    expect(opened).toBe(xmlLimits.depth)
  })

  it('50 MB, without reading a single element', async () => {
    const huge = open + ' '.repeat(50_000_000)
    expect(await refusalOf(huge)).toMatchObject({ code: 'import.tooLarge', line: open.split('\n').length })
    const handler = {
      open: () => expect.unreachable(),
      close: () => expect.unreachable(),
      text: () => expect.unreachable(),
    }
    expect(scanXml(huge, handler)?.code).toBe('import.tooLarge')
    const file = await readBpmnFile(new Uint8Array(50_000_000), unreachable, 'huge.bpmn')
    expect(file).toMatchObject({ ok: false, refusal: { code: 'import.tooLarge' } })
  })

  it.each([
    ['elements', `<definitions>${'<x/>'.repeat(200_001)}</definitions>`],
    ['steps', open + times(5_001, (index) => `<task id="t${index}"/>`) + close],
    ['steps', open + times(90_000, (index) => `<task id="t${index}"/>`) + close],
    [
      'sequence flows',
      `${open}<task id="t"/>${'<sequenceFlow sourceRef="t" targetRef="t"/>'.repeat(10_001)}${close}`,
    ],
    ['lanes', `${open}<laneSet>${'<lane/>'.repeat(1_001)}</laneSet>${close}`],
    [
      'entries in lanes',
      `${open}<laneSet><lane>${'<flowNodeRef>t</flowNodeRef>'.repeat(20_001)}</lane></laneSet>${close}`,
    ],
    ['pools', `<definitions><collaboration>${'<participant/>'.repeat(301)}</collaboration></definitions>`],
    ['processes', `<definitions>${'<process/>'.repeat(501)}</definitions>`],
    ['attributes', `<definitions ${times(300, (index) => `a${index}="" `)}/>`],
  ])('too many %s', async (what, xml) => {
    const refusal = await refusalOf(xml)
    expect(refusal.code).toBe('import.tooManyElements')
    expect(refusal.message).toContain(what)
    expect(refusal.line).toBeGreaterThan(0)
  })

  it('gateways so entangled that following them never ends', async () => {
    const steps = times(1_000, (index) => `<task id="t${index}"/><parallelGateway id="g${index}"/>`)
    const flows = times(1_000, (index) => {
      const flow = (from: string, to: string) => `<sequenceFlow sourceRef="${from}" targetRef="${to}"/>`
      return (
        flow(`t${index}`, 'g0') +
        flow(`g${index}`, `g${(index + 1) % 1_000}`) +
        flow(`g${index}`, `t${index}`)
      )
    })
    const result = await read(open + steps + flows + close)
    expect(result).toMatchObject({ ok: false, refusal: { code: 'import.tooManyElements' } })
  })

  // Each of these once made some XML reader slow; the scan reads every character a fixed number of times.
  it.each([
    ['one name', `<${'a'.repeat(9_000_000)}`],
    ['one attribute', `<definitions a="${'b'.repeat(9_000_000)}`],
    ['blanks in a tag', `<definitions${' '.repeat(9_000_000)}`],
    ['empty comments', `<definitions>${'<!---->'.repeat(1_200_000)}`],
    ['empty instructions', `${'<?a?>'.repeat(1_800_000)}`],
    ['lesser-than signs', `<definitions>${'<'.repeat(9_000_000)}`],
    ['line breaks', `<definitions>${'\n'.repeat(9_000_000)}`],
    ['CDATA sections', `${open}<documentation>${'<![CDATA[]]>'.repeat(700_000)}`],
    [
      'namespaces',
      `<definitions ${times(149, (index) => `xmlns:a${index}="${'u'.repeat(50_000)}" `)}>${'<a1:x/>'.repeat(150_000)}`,
    ],
  ])('9 MB of %s within 2 seconds', async (_, xml) => {
    const started = performance.now()
    const { code } = await refusalOf(xml)
    expect(['import.malformed', 'import.notXml']).toContain(code)
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

describe('a malformed file is refused with its line', () => {
  it.each([
    [
      'an unclosed element',
      `${open}<task id="a">\n${close}`,
      5,
      '</process> stands where <task> of line 4 should be closed',
    ],
    ['a file cut off', `${open}<task id="a"/>\n`, 5, 'before <process> of line 3 is closed'],
    ['a file cut off in a tag', `${open}<task id="a`, 4, '"id" of <task> is not closed'],
    ['a closing tag too many', `${open}${close}\n</definitions>`, 5, '</definitions> closes nothing'],
    ['an attribute without quotes', `${open}<task id=a/>${close}`, 4, 'not name="value"'],
    ['an attribute given twice', `${open}<task id="a" id="b"/>${close}`, 4, '"id" twice'],
    ['a stray "<"', `${open}<task/> 3 < 4 ${close}`, 4, 'not followed by a name'],
    ['a second document', `${open}${close}\n<definitions/>`, 5, 'second document'],
    ['text around the document', `${open}${close}\nThe end`, 4, 'text outside'],
    ['an unclosed comment', `${open}<!-- ${close}`, 4, 'comment is never closed'],
    ['control characters', `${open}<task name="a\u0007"/>${close}`, 4, 'character that XML does not allow'],
  ])('%s', async (_, xml, line, message) => {
    const refusal = await refusalOf(xml)
    expect(refusal).toMatchObject({ code: 'import.malformed', line })
    expect(refusal.message).toContain(message)
  })

  it.each([
    ['nothing', '', 'import.empty'],
    ['blanks', ' \n ', 'import.empty'],
    ['JSON', '{"definitions": []}', 'import.notXml'],
    ['a spreadsheet', 'PK\u0003\u0004', 'import.notXml'],
    ['plain text', 'Dear customer', 'import.notXml'],
  ])('%s is not XML', async (_, text, code) => {
    expect(await refusalOf(text)).toMatchObject({ code })
  })
})

describe('a file that is not BPMN is refused by what it is', () => {
  it.each([
    ['an SVG drawing', '<svg xmlns="http://www.w3.org/2000/svg"><path d=""/></svg>'],
    ['an XPDL process', '<xpdl:Package xmlns:xpdl="http://www.wfmc.org/2008/XPDL2.1"/>'],
    ['a DMN decision model', '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"/>'],
    ['a draw.io drawing', '<mxfile host="app"><diagram/></mxfile>'],
    ['a web page', '<html><body/></html>'],
    ['<constructor>', '<constructor/>'],
  ])('%s', async (what, xml) => {
    const refusal = await refusalOf(xml)
    expect(refusal).toMatchObject({ code: 'import.wrongFormat', line: 1 })
    expect(refusal.message).toContain(`but ${what};`)
  })

  it('but holds nothing for a map', async () => {
    const empty = `${open}<textAnnotation id="a"><text>Hello</text></textAnnotation>${close}`
    expect(await read(empty)).toMatchObject({ ok: false, refusal: { code: 'import.nothingToImport' } })
  })
})

describe('a file in any encoding is read', () => {
  const xml = fixtureText('vertical-pools.bpmn').replace('name="Bank"', 'name="Sparkasse Köln"')
  const inUtf16 = (isBigEndian: boolean, mark: string) => {
    const text = mark + xml.replace('UTF-8', 'UTF-16')
    const bytes = new DataView(new ArrayBuffer(text.length * 2))
    for (let at = 0; at < text.length; at += 1) bytes.setUint16(at * 2, text.charCodeAt(at), !isBigEndian)
    return new Uint8Array(bytes.buffer)
  }
  const inLatin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

  it.each([
    ['UTF-8', new TextEncoder().encode(xml)],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\uFEFF${xml}`)],
    ['UTF-8 that claims to be UTF-16', new TextEncoder().encode(xml.replace('UTF-8', 'UTF-16'))],
    ['UTF-16, little end first', inUtf16(false, '\uFEFF')],
    ['UTF-16, big end first', inUtf16(true, '\uFEFF')],
    ['UTF-16 without a mark', inUtf16(false, '')],
    ['Latin 1', inLatin(xml.replace('UTF-8', 'ISO-8859-1'))],
    ['Latin 1 that claims to be UTF-8', inLatin(xml)],
  ])('%s', async (_, bytes) => {
    const { BpmnModdle } = await import('bpmn-moddle')
    const map = mapOf(await readBpmnFile(bytes, new BpmnModdle(), 'bank.bpmn'))
    expect(Object.keys(stepsByLane(map))).toContain('Sparkasse Köln / Branch')
  })

  it('unless nobody knows the encoding', async () => {
    const bytes = new TextEncoder().encode(xml.replace('UTF-8', 'Klingon-8'))
    const result = await readBpmnFile(bytes, unreachable, 'bank.bpmn')
    expect(result).toMatchObject({ ok: false, refusal: { code: 'import.notXml', line: 1 } })
  })
})
