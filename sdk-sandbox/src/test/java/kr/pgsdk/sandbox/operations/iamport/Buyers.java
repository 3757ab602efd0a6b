package kr.pgsdk.sandbox.operations.iamport;

import kr.pgsdk.iamport.model.IamportBuyer;

/** A buyer with every field. */
final class Buyers {
  static final IamportBuyer WHOLE =
      IamportBuyer.builder()
          .name("Hong Gildong")
          .email("hong@example.com")
          .tel("010-1234-5678")
          .addr("1 Sejong-daero, Seoul")
          .postcode("03172")
          .build();

  private Buyers() {}
}
