import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useMapView } from '../MapContext.tsx'
import styles from './OwnStageNode.module.css'
import { StageMenu } from './StageMenu.tsx'
import { StageName } from './StageName.tsx'
import type { OwnStageNodeType } from './toFlow.ts'

/** The heading of an own stage: a tick rule inside its lane. */
export const OwnStageNode = memo(function OwnStageNode({ data, width }: NodeProps<OwnStageNodeType>) {
  const { readOnly } = useMapView()
  return (
    <div className={styles.rule} data-heading={data.stage.id} style={{ width }}>
      <StageName stage={data.stage} size="small" />
      {readOnly ? null : <StageMenu stage={data.stage} />}
    </div>
  )
})
