// How the bakery feels from need to renewal, and how it should feel: asked by its broker, told to everyone on the map.
import type { Scene } from './scene.ts'

export function tellFeelings(we: Scene): void {
  we.passesOn('Lease demands cover', {
    emotion: 'anxious',
    emotionIntensity: 2,
    desiredEmotion: 'calm',
    desiredIntensity: 2,
    sampleSize: 41,
  })
  we.passesOn('Compares quotes', {
    emotion: 'confused',
    emotionIntensity: 3,
    desiredEmotion: 'confident',
    desiredIntensity: 3,
    performance: 6,
    performanceTrend: 'better',
    sampleSize: 41,
    importanceForPerception: 6,
    importanceForDecision: 9,
    importanceForLoyalty: 5,
    behaviour: 'Takes the cheaper one when the difference is not explained.',
  })
  we.passesOn('Receives policy', {
    emotion: 'confident',
    emotionIntensity: 3,
    desiredEmotion: 'confident',
    desiredIntensity: 4,
    performance: 9,
    performanceTrend: 'steady',
    sampleSize: 41,
    importanceForPerception: 7,
    importanceForDecision: 5,
    importanceForLoyalty: 6,
  })
  we.passesOn('Reports flood', {
    emotion: 'anxious',
    emotionIntensity: 5,
    desiredEmotion: 'calm',
    desiredIntensity: 3,
    performance: 7,
    performanceTrend: 'better',
    sampleSize: 41,
    importanceForPerception: 8,
    importanceForDecision: 3,
    importanceForLoyalty: 9,
  })
  we.passesOn('Renewal offer', {
    emotion: 'frustrated',
    emotionIntensity: 2,
    desiredEmotion: 'confident',
    desiredIntensity: 2,
    performance: 5,
    performanceTrend: 'worse',
    sampleSize: 41,
    importanceForPerception: 5,
    importanceForDecision: 8,
    importanceForLoyalty: 8,
  })
  we.passesOn('Leaves for a direct insurer', { emotion: 'indifferent', emotionIntensity: 3, sampleSize: 9 })
}
