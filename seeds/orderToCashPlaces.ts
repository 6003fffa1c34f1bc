// Where the cards of order-to-cash stand, as tidying up has found it: per stage the sub-columns from left to right, each from
// top to bottom. Without it the lanes are towers that a hundred messages run across.
import type { Role, Stage } from './orderToCashMessages.ts'

export const places: Readonly<Record<Role, Partial<Record<Stage, readonly (readonly string[])[]>>>> = {
  supplier: {
    Align: [
      ['Takes in PARTIN'],
      ['Sets up the customer', 'Updates the catalogue', 'Takes in PROINQ', 'Sends PRODAT', 'Sends PRICAT'],
    ],
    Quote: [
      ['Calculates the offer', 'Sends CNTCND'],
      ['Signs the contract', 'Sends QUOTES', 'Takes in REQOTE'],
    ],
    Plan: [
      ['Takes in SLSFCT', 'Takes in INVRPT'],
      ['Plans the mill', 'Takes in DELFOR', 'Takes in SLSRPT'],
    ],
    Order: [
      ['Checks stock', 'Sends ORDRSP', 'Takes in ORDERS', 'Takes in ORDCHG'],
      ['Allocates flour', 'Sends OSTRPT', 'Takes in OSTENQ'],
      ['Replans after a change'],
    ],
    Despatch: [
      ['Picks and packs', 'Sends IFTMIN', 'Sends IFTMBF'],
      ['Labels the pallets', 'Takes in INSDES', 'Sends DESADV', 'Takes in IFTMBC'],
      ['Loads the truck'],
    ],
    Carry: [
      ['Takes in IFTSTA', 'Takes in IFCSUM'],
      ['Follows the truck', 'Sends HANMOV'],
    ],
    Receive: [
      ['Settles a shortage', 'Takes in RETANN'],
      ['Takes goods back', 'Sends RETINS', 'Takes in RECADV'],
    ],
    Pay: [
      ['Answers a query', 'Sends COACSU', 'Sends INVOIC'],
      ['Closes the account', 'Writes the invoice', 'Sends TAXCON', 'Takes in COMDIS'],
      ['Takes in REMADV'],
    ],
  },
  carrier: {
    Despatch: [
      ['Takes in IFTMBF', 'Takes in IFTMIN'],
      ['Sends IFTMBC', 'Plans the tour'],
      ['Collects the pallets'],
    ],
    Carry: [
      ['Sends IFCSUM', 'Sends IFTSTA', 'Drives the night route', 'Sends IFTMAN'],
      ['Takes in HANMOV', 'Reports a delay'],
      ['Arrives at the dock'],
    ],
    Receive: [[], ['Hands over the pallets'], ['Brings empties back']],
    Pay: [['Bills the freight']],
  },
  buyer: {
    Align: [
      ['Sends PARTIN', 'Takes in PRODAT', 'Needs a new supplier', 'Lists the articles'],
      ['Takes in PRICAT', 'Sends PROINQ'],
    ],
    Quote: [
      ['Takes in CNTCND', 'Takes in QUOTES', 'Compares quotations'],
      ['Sends REQOTE', 'Chooses a supplier'],
    ],
    Plan: [
      ['Sends INVRPT', 'Forecasts what shops will sell'],
      ['Sends SLSRPT', 'Sends DELFOR', 'Sends SLSFCT', 'Counts what is on the shelf'],
    ],
    Order: [
      ['Sends ORDCHG', 'Shelf runs low'],
      ['Sends ORDERS', 'Releases the order'],
      ['Takes in ORDRSP', 'Takes in OSTRPT', 'Sends OSTENQ', 'Asks where the order is'],
    ],
    Despatch: [['Sends INSDES', 'Takes in DESADV', 'Books a dock door']],
    Carry: [['Takes in IFTMAN'], [], ['Waits at the dock']],
    Receive: [
      ['Sends RETANN', 'Unloads and counts', 'Checks temperature and dates', 'Puts goods on the shelf'],
      ['Sends RECADV', 'Takes in RETINS', 'Sends goods back'],
    ],
    Pay: [
      ['Takes in INVOIC', 'Takes in COACSU', 'Pays', 'Matches invoice to goods'],
      ['Sends COMDIS', 'Takes in TAXCON', 'Holds a doubtful invoice'],
      ['Sends REMADV', 'Moves to another supplier'],
    ],
  },
}
