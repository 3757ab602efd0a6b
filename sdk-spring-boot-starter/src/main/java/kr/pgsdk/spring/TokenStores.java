package kr.pgsdk.spring;

import kr.pgsdk.core.auth.TokenStore;

/**
 * Where the servers of the shop share Iamport's token: in the database of the payments, unless the
 * shop has a bean of this type.
 */
@FunctionalInterface
public interface TokenStores {
  /**
   * Returns the store of one merchant's token.
   *
   * @param merchant the merchant's name; never give one merchant's token to another
   */
  TokenStore of(String merchant);
}
