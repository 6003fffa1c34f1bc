// The messages of order-to-cash by EDI with their EANCOM codes; minutes are what the sides of the demo expect.

export type Role = 'buyer' | 'supplier' | 'carrier'

export interface Message {
  code: string
  name: string
  from: Role
  to: Role
  minutes: number
}

export const stages = ['Align', 'Quote', 'Plan', 'Order', 'Despatch', 'Carry', 'Receive', 'Pay'] as const
export type Stage = (typeof stages)[number]

const hours = 60
const days = 24 * hours

function message(code: string, name: string, from: Role, to: Role, minutes: number): Message {
  return { code, name, from, to, minutes }
}

export const messages: Readonly<Record<Stage, readonly Message[]>> = {
  Align: [
    message('PARTIN', 'party information', 'buyer', 'supplier', 5 * days),
    message('PROINQ', 'product inquiry', 'buyer', 'supplier', 2 * days),
    message('PRODAT', 'product data', 'supplier', 'buyer', 5 * days),
    message('PRICAT', 'price catalogue', 'supplier', 'buyer', 1 * days),
  ],
  Quote: [
    message('REQOTE', 'request for quotation', 'buyer', 'supplier', 3 * days),
    message('QUOTES', 'quotation', 'supplier', 'buyer', 2 * days),
    message('CNTCND', 'contractual conditions', 'supplier', 'buyer', 10 * days),
  ],
  Plan: [
    message('SLSFCT', 'sales forecast', 'buyer', 'supplier', 7 * days),
    message('DELFOR', 'delivery schedule', 'buyer', 'supplier', 1 * days),
    message('INVRPT', 'inventory report', 'buyer', 'supplier', 1 * days),
    message('SLSRPT', 'sales report', 'buyer', 'supplier', 1 * days),
  ],
  Order: [
    message('ORDERS', 'order', 'buyer', 'supplier', 15),
    message('ORDRSP', 'order response', 'supplier', 'buyer', 4 * hours),
    message('ORDCHG', 'order change', 'buyer', 'supplier', 1 * hours),
    message('OSTENQ', 'status enquiry', 'buyer', 'supplier', 1 * hours),
    message('OSTRPT', 'status report', 'supplier', 'buyer', 2 * hours),
  ],
  Despatch: [
    message('IFTMBF', 'firm booking', 'supplier', 'carrier', 2 * hours),
    message('IFTMBC', 'booking confirmation', 'carrier', 'supplier', 1 * hours),
    message('INSDES', 'instruction to despatch', 'buyer', 'supplier', 4 * hours),
    message('IFTMIN', 'transport instruction', 'supplier', 'carrier', 1 * hours),
    message('DESADV', 'despatch advice', 'supplier', 'buyer', 30),
  ],
  Carry: [
    message('HANMOV', 'handling instruction', 'supplier', 'carrier', 1 * hours),
    message('IFCSUM', 'consolidation summary', 'carrier', 'supplier', 1 * days),
    message('IFTSTA', 'transport status', 'carrier', 'supplier', 15),
    message('IFTMAN', 'arrival notice', 'carrier', 'buyer', 2 * hours),
  ],
  Receive: [
    message('RECADV', 'receiving advice', 'buyer', 'supplier', 1 * days),
    message('RETANN', 'announcement for returns', 'buyer', 'supplier', 1 * days),
    message('RETINS', 'instruction for returns', 'supplier', 'buyer', 1 * days),
  ],
  Pay: [
    message('INVOIC', 'invoice', 'supplier', 'buyer', 1 * hours),
    message('TAXCON', 'tax control', 'supplier', 'buyer', 1 * days),
    message('COMDIS', 'commercial dispute', 'buyer', 'supplier', 3 * days),
    message('COACSU', 'account summary', 'supplier', 'buyer', 1 * days),
    message('REMADV', 'remittance advice', 'buyer', 'supplier', 1 * days),
  ],
}

/** What each company does between its messages, by stage. */
export const ownSteps: Readonly<Record<Role, Partial<Record<Stage, readonly string[]>>>> = {
  buyer: {
    Align: ['Needs a new supplier', 'Lists the articles'],
    Quote: ['Compares quotations', 'Chooses a supplier'],
    Plan: ['Forecasts what shops will sell', 'Counts what is on the shelf'],
    Order: ['Shelf runs low', 'Releases the order', 'Asks where the order is'],
    Despatch: ['Books a dock door'],
    Carry: ['Waits at the dock'],
    Receive: [
      'Unloads and counts',
      'Checks temperature and dates',
      'Puts goods on the shelf',
      'Sends goods back',
    ],
    Pay: ['Matches invoice to goods', 'Holds a doubtful invoice', 'Pays', 'Moves to another supplier'],
  },
  supplier: {
    Align: ['Sets up the customer', 'Updates the catalogue'],
    Quote: ['Calculates the offer', 'Signs the contract'],
    Plan: ['Plans the mill'],
    Order: ['Checks stock', 'Allocates flour', 'Replans after a change'],
    Despatch: ['Picks and packs', 'Labels the pallets', 'Loads the truck'],
    Carry: ['Follows the truck'],
    Receive: ['Settles a shortage', 'Takes goods back'],
    Pay: ['Writes the invoice', 'Answers a query', 'Closes the account'],
  },
  carrier: {
    Despatch: ['Plans the tour', 'Collects the pallets'],
    Carry: ['Drives the night route', 'Reports a delay', 'Arrives at the dock'],
    Receive: ['Hands over the pallets', 'Brings empties back'],
    Pay: ['Bills the freight'],
  },
}
