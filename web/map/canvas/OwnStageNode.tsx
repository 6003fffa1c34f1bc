import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import styles from './OwnStageNode.module.css'
import { StageName } from './StageName.tsx'
import type { OwnStageNodeType } from './toFlow.ts'

/** The heading of an own stage: a tick rule inside its lane. */
export const OwnStageNode = memo(function OwnStageNode({ data, width }: NodeProps<OwnStageNodeType>) {
  return (
    <div className={styles.rule} style={{ width }}>
      <StageName stage={data.stage} size="small" />
    </div>
  )
})
