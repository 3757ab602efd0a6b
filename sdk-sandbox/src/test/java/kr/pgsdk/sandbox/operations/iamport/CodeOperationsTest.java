package kr.pgsdk.sandbox.operations.iamport;

import java.util.List;
import kr.pgsdk.iamport.IamportClient;

class CodeOperationsTest extends IamportOperations {

  CodeOperationsTest() {
    super("code");
  }

  @Override
  protected List<Example<IamportClient>> examples() {
    return List.of(
        example("GET /banks", client -> client.banks().list()),
        example("GET /banks/{bank_standard_code}", client -> client.banks().find("088")),
        example("GET /cards", client -> client.cards().list()),
        example("GET /cards/{card_standard_code}", client -> client.cards().find("088")));
  }
}
