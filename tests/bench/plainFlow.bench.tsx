// React Flow alone with plain nodes: what the canvas is measured against.
import { type Edge, type Node, ReactFlow, useEdgesState, useNodesState, type Viewport } from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { createRoot } from 'react-dom/client'

interface Plain {
  nodes: Node[]
  edges: Edge[]
  viewport: Viewport
}

declare global {
  interface Window {
    showPlain(plain: Plain): void
  }
}

window.showPlain = (plain) => createRoot(document.body).render(<PlainFlow {...plain} />)

function PlainFlow({ nodes: first, edges: lines, viewport }: Plain) {
  const [nodes, , onNodesChange] = useNodesState(first)
  const [edges] = useEdgesState(lines)
  return (
    <div style={{ width: '100vw', height: '100vh' }}>
      <ReactFlow
        {...{ nodes, edges, onNodesChange, defaultViewport: viewport }}
        onlyRenderVisibleElements
        panOnScroll
        minZoom={0.15}
        selectNodesOnDrag={false}
        multiSelectionKeyCode={severalKeys}
      />
    </div>
  )
}

const severalKeys = ['Shift', 'Meta', 'Control']
