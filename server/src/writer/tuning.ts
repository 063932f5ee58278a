export interface WriterTuning {
  /** A snapshot is written once the log has grown by this much since the last one. */
  readonly snapshotRows: number;
  readonly snapshotBytes: number;
  /** A document that nobody has written to for this long is let go. */
  readonly quietMs: number;
  /** Documents held at once; the one used longest ago goes first. */
  readonly mostDocs: number;
}

export const TUNING: WriterTuning = {
  snapshotRows: 200,
  snapshotBytes: 256 * 1024,
  quietMs: 30_000,
  mostDocs: 200,
};
