import {
  IconApps,
  IconBolt,
  IconBuildingStore,
  IconCalendarEvent,
  IconDeviceMobile,
  IconDoorExit,
  IconMail,
  IconMailbox,
  IconMapPin,
  IconMessage,
  IconPhone,
  IconPlugConnected,
  IconSquareRotated,
  IconUsers,
  IconWorld,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Channel, TouchpointKind } from '../../../shared/model/touchpoint.ts'

export const channelIcons: Record<Channel, TablerIcon> = {
  phone: IconPhone,
  email: IconMail,
  portal: IconApps,
  website: IconWorld,
  app: IconDeviceMobile,
  meeting: IconUsers,
  onSite: IconMapPin,
  post: IconMailbox,
  store: IconBuildingStore,
  event: IconCalendarEvent,
  message: IconMessage,
  system: IconPlugConnected,
}

/** Only the kinds that read differently from an ordinary step have a sign. */
export const kindIcons: Partial<Record<TouchpointKind, TablerIcon>> = {
  trigger: IconBolt,
  decision: IconSquareRotated,
  exit: IconDoorExit,
}
