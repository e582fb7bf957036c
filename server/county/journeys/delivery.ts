/** A delivery 送達 that the platform announced. */
/** 代理人, as the platform knows them. */
export interface Agent {
  readonly name: string;
  readonly nationalId: string;
}

export interface Delivery {
  readonly ticket: string;
  readonly secretKey: string;
  /**
   * Sealed anew with the ticket: the journey's own seal may end before a slow package comes. Absent at a counter, where
   * nobody said who it is: the package does.
   */
  readonly person?: string;
  /** Of the one fetch that this delivery is for: kept before it is made, so that a restart repeats the same. */
  readonly fetchId?: string;
  /** Who presents for the person, at a counter. */
  readonly agent?: Agent;
}
