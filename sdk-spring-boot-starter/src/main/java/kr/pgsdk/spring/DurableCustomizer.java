package kr.pgsdk.spring;

import kr.pgsdk.durable.DurableBuilder;

/** Changes what no property sets about the {@link kr.pgsdk.durable.DurablePayments}; as a bean. */
@FunctionalInterface
public interface DurableCustomizer {
  /** Changes the builder, which has the accounts, the handler and the listeners already. */
  void customize(DurableBuilder payments);
}
