package kr.pgsdk.spring;

import kr.pgsdk.durable.DurablePayments;

/** Changes what no property sets about the {@link DurablePayments}; as a bean. */
@FunctionalInterface
public interface DurableCustomizer {
  /** Changes the builder, which has the accounts, the handler and the listeners already. */
  void customize(DurablePayments.Builder payments);
}
