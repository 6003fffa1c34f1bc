/** The same file read by a browser's XML parser, so that counts come from a second pair of eyes. */
export class Drawn {
  private readonly all: Element[]
  private readonly byId: Map<string, Element>
  private readonly processesOfPools: Set<string | undefined>
  private readonly leaving: Map<string, number>

  constructor(xml: string) {
    this.all = [...new DOMParser().parseFromString(xml, 'application/xml').querySelectorAll('*')]
    this.byId = new Map(this.all.map((element) => [element.getAttribute('id') ?? '', element]))
    const pools = this.all.filter(({ localName }) => localName === 'participant')
    this.processesOfPools = new Set(pools.map((pool) => local(pool.getAttribute('processRef'))))
    this.leaving = new Map()
    for (const flow of this.all.filter(({ localName }) => localName === 'sequenceFlow')) {
      const source = flow.getAttribute('sourceRef') ?? ''
      this.leaving.set(source, (this.leaving.get(source) ?? 0) + 1)
    }
  }

  isActivity(id: string): boolean {
    return /task|subprocess|callactivity|transaction/i.test(this.byId.get(id)?.localName ?? '')
  }

  stepsOutsidePools(): Element[] {
    return this.all.filter((element) => isStep(element) && !this.isInPool(element))
  }

  decisions(): Element[] {
    return this.all.filter((element) => this.isDecision(element) && this.isInPool(element))
  }

  dissolved(): Element[] {
    return this.all.filter(
      (element) => isGateway(element) && !this.isDecision(element) && this.isInPool(element),
    )
  }

  poolsMessagesReach(): Set<string> {
    const ends = this.all
      .filter(({ localName }) => localName === 'messageFlow')
      .flatMap((flow) => [flow.getAttribute('sourceRef') ?? '', flow.getAttribute('targetRef') ?? ''])
    return new Set(ends.filter((id) => this.byId.get(id)?.localName === 'participant'))
  }

  /** Direct flows one by one, and every pair of steps that gateways join once. */
  stepPairs(): string[] {
    const flows = this.all.filter((element) => element.localName === 'sequenceFlow' && this.isInPool(element))
    const end = (flow: Element, side: string) => this.byId.get(flow.getAttribute(side) ?? '') as Element
    const isPassed = (element: Element) => isGateway(element) && !this.isDecision(element)
    const reach = (gateway: Element, passed: Element[]): Element[] =>
      passed.includes(gateway)
        ? []
        : flows
            .filter((flow) => end(flow, 'sourceRef') === gateway)
            .map((flow) => end(flow, 'targetRef'))
            .flatMap((target) => (isPassed(target) ? reach(target, [...passed, gateway]) : [target]))
    const direct: string[] = []
    const joined = new Set<string>()
    for (const flow of flows) {
      const from = end(flow, 'sourceRef')
      const to = end(flow, 'targetRef')
      if (isPassed(from)) continue
      if (!isPassed(to)) direct.push(`${from.id}>${to.id}`)
      else for (const target of reach(to, [])) joined.add(`${from.id}>>${target.id}`)
    }
    return [...direct, ...joined]
  }

  private isInPool(element: Element): boolean {
    const process = element.closest('process')?.getAttribute('id')
    return process != null && this.processesOfPools.has(process)
  }

  private isDecision(element: Element): boolean {
    const isAsking = /^(exclusive|inclusive|eventBased)Gateway$/.test(element.localName)
    return isAsking && (this.leaving.get(element.id) ?? 0) > 1
  }
}

function local(reference: string | null): string | undefined {
  return reference?.split(':').at(-1)
}

function isGateway({ localName }: Element): boolean {
  return localName.endsWith('Gateway')
}

function isStep({ localName }: Element): boolean {
  return (
    /^(.*[tT]ask|subProcess|transaction|callActivity|(start|end|boundary|intermediate.*)Event)$/.test(
      localName,
    ) && !/^global/.test(localName)
  )
}
