import { schemaResolver, useForm } from '@mantine/form'
import { useState } from 'react'
import type { z } from 'zod'
import { ApiFailure, messageOf } from '../api/client.ts'

interface RequestFormOptions<Values extends Record<string, unknown>> {
  /** The same schema the server checks with, so that both say the same sentences. */
  schema: z.ZodType<unknown, Values>
  initial: Values
  /** Sends what was typed; what it throws is shown at its field, else above the button. */
  send(values: Values): Promise<void>
}

/** A form that sends one request. `failure` is a refusal that belongs to no field. */
export function useRequestForm<Values extends Record<string, unknown>>({
  schema,
  initial,
  send,
}: RequestFormOptions<Values>) {
  const [failure, setFailure] = useState<string>()
  const [isSending, setSending] = useState(false)
  const form = useForm<Values>({
    initialValues: initial,
    validate: schemaResolver(schema, { sync: true }),
    validateInputOnBlur: false,
  })
  const submit = form.onSubmit(async (values) => {
    setFailure(undefined)
    setSending(true)
    try {
      await send(values)
    } catch (problem) {
      const field = problem instanceof ApiFailure ? problem.field : undefined
      if (field && field in initial) form.setFieldError(field, messageOf(problem))
      else setFailure(messageOf(problem))
    } finally {
      setSending(false)
    }
  })
  return { form, submit, failure, isSending }
}
