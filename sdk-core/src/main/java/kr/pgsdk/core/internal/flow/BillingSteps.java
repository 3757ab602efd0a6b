package kr.pgsdk.core.internal.flow;

import kr.pgsdk.core.BillingKey;
import kr.pgsdk.core.BillingKeyDetails;
import kr.pgsdk.core.BillingKeyLookup;
import kr.pgsdk.core.BillingKeyRequest;
import kr.pgsdk.core.internal.time.Deadline;

/** What a gateway adds to {@link BillingVerbs}. */
public interface BillingSteps {
  /** Issues a key. */
  BillingKeyDetails issue(BillingKeyRequest request, Deadline deadline);

  /** Asks about a key. */
  BillingKeyLookup find(BillingKey key, Deadline deadline);

  /** Deletes a key, if it is there. */
  void delete(BillingKey key, Deadline deadline);
}
