import {
  Anchor,
  Badge,
  Button,
  Checkbox,
  Drawer,
  Input,
  type MantineThemeComponents,
  Menu,
  Modal,
  Notification,
  PasswordInput,
  Popover,
  Radio,
  Select,
  Switch,
  Table,
  Tabs,
  Tooltip,
} from '@mantine/core'
import kit from './components.module.css'

const quietHeader = { header: { role: 'presentation' } }

/** What the kit's parts must be told once so that they look like ours and axe finds nothing in them. */
export const components: MantineThemeComponents = {
  Anchor: Anchor.extend({ defaultProps: { underline: 'always' }, classNames: { root: kit.anchor } }),
  Badge: Badge.extend({ defaultProps: { variant: 'light' }, classNames: { root: kit.badge } }),
  Button: Button.extend({ classNames: { root: kit.button, label: kit.buttonLabel } }),
  Checkbox: Checkbox.extend({ classNames: { input: kit.tick, icon: kit.tickIcon } }),
  CloseButton: { defaultProps: { 'aria-label': 'Close' } },
  Drawer: Drawer.extend({
    defaultProps: { closeButtonProps: { 'aria-label': 'Close' }, attributes: quietHeader },
    classNames: { content: kit.sheet, header: kit.sheetHeader, title: kit.sheetTitle },
  }),
  InputWrapper: Input.Wrapper.extend({
    classNames: { label: kit.label, description: kit.description, error: kit.error },
  }),
  Input: Input.extend({ classNames: { input: kit.input } }),
  Menu: Menu.extend({ defaultProps: { trapFocus: false }, classNames: { dropdown: kit.popover } }),
  Modal: Modal.extend({
    defaultProps: { closeButtonProps: { 'aria-label': 'Close' }, attributes: quietHeader, centered: true },
    classNames: { content: kit.sheet, header: kit.sheetHeader, title: kit.sheetTitle },
  }),
  Notification: Notification.extend({
    defaultProps: { closeButtonProps: { 'aria-label': 'Close this message' } },
    classNames: { root: kit.notification, title: kit.notificationTitle, description: kit.notificationText },
  }),
  PasswordInput: PasswordInput.extend({
    defaultProps: { visibilityToggleButtonProps: { 'aria-label': 'Show or hide the password', tabIndex: 0 } },
    classNames: { innerInput: kit.innerInput },
  }),
  Popover: Popover.extend({
    // Drop-downs belong to the main region; without one (a page on its own) to the body.
    defaultProps: { portalProps: { target: '#main, body:not(:has(#main))' } },
    classNames: { dropdown: kit.popover },
  }),
  Radio: Radio.extend({ classNames: { radio: kit.tick } }),
  Select: Select.extend({
    defaultProps: { checkIconPosition: 'right', allowDeselect: false },
    classNames: { dropdown: kit.popover, option: kit.option },
  }),
  Switch: Switch.extend({ classNames: { track: kit.track } }),
  Table: Table.extend({ classNames: { th: kit.columnHead } }),
  Tabs: Tabs.extend({ classNames: { list: kit.tabs, tab: kit.tab } }),
  Tooltip: Tooltip.extend({
    defaultProps: { openDelay: 300, withArrow: false },
    classNames: { tooltip: kit.tooltip },
  }),
}
