/** Writes pictures of a usual map for looking at: `npx tsx tests/bench/layoutPicture.bench.ts <folder>`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ELK from 'elkjs'
import { drawLayout } from '../../shared/layout/drawLayout.ts'
import { drawLayoutWithElk } from '../../shared/layout/drawLayoutWithElk.ts'
import { generateMap, usualShape } from '../layout/generateMap.ts'
import { renderSvg } from '../layout/renderSvg.ts'

const folder = process.argv[2] ?? '.'
const input = generateMap(usualShape)
writeFileSync(join(folder, 'layout-own.svg'), renderSvg(input, drawLayout(input)))
writeFileSync(join(folder, 'layout-elk.svg'), renderSvg(input, await drawLayoutWithElk(input, new ELK())))
