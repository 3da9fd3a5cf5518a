/**
 * Truth: what really runs an account. Graded, not binary; known to the generator and to the evaluation,
 * never to a detector.
 */

/** One value an account; shares in [0, 1], of what happens while the automation runs. */
export interface Truth {
  /** Share of the account's posts whose content an automated system creates. */
  readonly creation: Float32Array
  /** Share of the posts that an automated system schedules. */
  readonly scheduling: Float32Array
  /** Share of the account's publishing and interaction that an automated system carries out. */
  readonly distribution: Float32Array
  /** Share of what is automated that a human meaningfully oversees. */
  readonly oversight: Float32Array
  /** The automation runs from this day of the period on, counted from 0; later than 0 for an account that switched. */
  readonly fromDay: Float32Array
  /** And until the end of this day, exclusive: the period's length for all that never went back. */
  readonly untilDay: Float32Array
}
