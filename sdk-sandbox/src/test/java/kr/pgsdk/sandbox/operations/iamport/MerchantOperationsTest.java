package kr.pgsdk.sandbox.operations.iamport;

import java.util.List;
import kr.pgsdk.iamport.IamportClient;

class MerchantOperationsTest extends IamportOperations {

  MerchantOperationsTest() {
    super("merchant");
  }

  @Override
  protected List<Example<IamportClient>> examples() {
    return List.of(
        example("GET /users/pg", client -> client.channels().list()),
        example("GET /tiers/{tier_code}", client -> client.tiers().find("XYZ")));
  }
}
