package kr.pgsdk.core.internal.flow;

import kr.pgsdk.core.internal.flow.CancelSteps.Look;

/**
 * What one call sends.
 *
 * @param look the lookup that it is sent on the ground of
 * @param order the cancel, the same in each sending
 * @param notes what is remembered of the sendings
 */
record CancelSent(Look look, CancelOrder order, CancelNotes notes) {}
