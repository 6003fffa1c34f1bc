import { chainRoles, manufacturerDistributorCustomer } from './manufacturerDistributorCustomer.ts'
import type { Starter } from './starter.ts'

/** What one chooses from when making a map; the first is offered first. */
export const starters: readonly Starter[] = [
  {
    key: 'manufacturer-distributor-customer',
    name: 'Manufacturer, distributor, customer',
    description:
      'Three linked lanes from the first need to leaving: yours, a distributor with its own stages, and the end customer.',
    roles: chainRoles,
    actions: manufacturerDistributorCustomer,
  },
]
