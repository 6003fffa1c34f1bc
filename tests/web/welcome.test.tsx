import { fireEvent, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { openPage } from './support/page.tsx'
import { serve, signedIn, signedOut } from './support/server.ts'

describe('the first page', () => {
  beforeEach(() => serve(signedOut))

  it('tells the broken handoff with what each company says about it', async () => {
    openPage('/')
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toContain(
      'The bakery heard on Monday.',
    )
    for (const words of ['We take 1 day.', 'We wait 6.', 'Nobody told us.'])
      expect(screen.getByText(words)).toBeTruthy()
  })

  it('shows one’s own private view and not the other’s', async () => {
    openPage('/')
    expect(await screen.findByText(/We steer flood risks elsewhere/)).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: /Fernhill/ }))
    expect(screen.queryByText(/We steer flood risks elsewhere/)).toBeNull()
    expect(screen.getAllByText(/Only Oakes & Vale sees this/)).toHaveLength(1)
  })

  it('shuts the seam when both sides have confirmed who phones', async () => {
    openPage('/')
    fireEvent.change(await screen.findByLabelText('Who phones the bakery'), { target: { value: 'oakes' } })
    fireEvent.click(screen.getByRole('button', { name: 'Confirm as Oakes & Vale' }))
    fireEvent.click(screen.getByRole('button', { name: /Now be Fernhill/ }))
    fireEvent.click(screen.getByRole('button', { name: 'Confirm as Fernhill' }))
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('The bakery hears on Wednesday.')
    expect(screen.getByRole('img', { name: 'Fernhill and Oakes & Vale have confirmed' })).toBeTruthy()
    fireEvent.change(screen.getByLabelText('By when'), { target: { value: '0' } })
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('The bakery heard on Monday.')
  })

  it('gives way to Home for people who are signed in', async () => {
    serve(signedIn)
    const router = openPage('/')
    await screen.findByRole('button', { name: /Acting for Fernhill/ })
    expect(router.state.location.pathname).toBe('/home')
  })
})
