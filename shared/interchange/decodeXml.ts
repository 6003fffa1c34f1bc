// From the bytes of an XML file to its text, whatever encoding it is in.
import type { ImportRefusal } from './importedMap.ts'
import { tooLarge, xmlLimits } from './xmlGuard.ts'

export type DecodedXml =
  | { ok: true; text: string; assumedEncoding: string | null }
  | { ok: false; refusal: ImportRefusal }

/**
 * Decodes by byte order mark, then by the XML declaration, then as UTF-8. `assumedEncoding` is set when the bytes were
 * not in the encoding they claim. Refuses files over the size limit (in bytes) and encodings nobody knows.
 */
export function decodeXml(bytes: Uint8Array): DecodedXml {
  if (bytes.length > xmlLimits.length)
    return { ok: false, refusal: tooLarge(xmlLimits.length, (at) => bytes[at]) }
  const declared = encodingOf(bytes)
  const decoder = decoderFor(declared)
  if (!decoder) {
    const message = `The file says it is encoded as "${declared.slice(0, 40)}", which we cannot read. Save it as UTF-8.`
    return { ok: false, refusal: { code: 'import.notXml', message, line: 1 } }
  }
  try {
    return { ok: true, text: decoder.decode(bytes), assumedEncoding: null }
  } catch {
    return { ok: true, text: new TextDecoder('windows-1252').decode(bytes), assumedEncoding: 'Windows-1252' }
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0x00 && second === 0x3c) return 'utf-16be'
  if (first === 0x3c && second === 0x00) return 'utf-16le'
  if (first === 0xef && second === 0xbb) return 'utf-8'
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  const declared = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"'>]*)["']/i.exec(head)?.[1] ?? 'utf-8'
  // The declaration was readable byte by byte, so it cannot be in two bytes a character.
  return /^utf-?16/i.test(declared) ? 'utf-8' : declared
}

function decoderFor(encoding: string): TextDecoder | null {
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch {
    return null
  }
}
