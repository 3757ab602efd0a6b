package kr.pgsdk.spring;

import kr.pgsdk.core.http.HttpOptions;

/**
 * Changes how a merchant's gateway speaks HTTP, after the properties have been applied; as a bean,
 * and of several in their order.
 */
@FunctionalInterface
public interface HttpOptionsCustomizer {
  /**
   * Changes the options, such as by {@code options.client(...)}. Setting a listener replaces those
   * of the starter and the shop's {@code CallListener} beans.
   *
   * @param merchant the merchant's name
   */
  void customize(String merchant, HttpOptions.Builder options);
}
