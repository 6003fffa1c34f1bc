import { useStoreApi } from '@xyflow/react'
import { useState } from 'react'

/**
 * Cards are as large as the drawing says, and links end where it says: React Flow need not measure each card that comes
 * into view, nor look on it for the ends of links.
 */
export function useGivenSizes(): void {
  const store = useStoreApi()
  // Before anything is drawn: what measures is taken from the store once.
  useState(() => store.setState({ updateNodeInternals: () => {} }))
}
