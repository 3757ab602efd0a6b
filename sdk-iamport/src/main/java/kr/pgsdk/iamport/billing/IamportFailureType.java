package kr.pgsdk.iamport.billing;

import kr.pgsdk.core.OpenEnum;

/** Why a channel issued no billing key. */
public final class IamportFailureType extends OpenEnum {
  /** What was sent isn't valid. */
  public static final IamportFailureType INVALID_REQUEST = of("INVALID_REQUEST");

  /** The payment company refused. */
  public static final IamportFailureType PG_PROVIDER = of("PG_PROVIDER");

  /** Iamport's database failed. */
  public static final IamportFailureType DB_FAILED = of("DB_FAILED");

  private IamportFailureType(String text) {
    super(text);
  }

  /** Returns the type with this word, also one that isn't documented. */
  public static IamportFailureType of(String text) {
    return new IamportFailureType(text);
  }
}
