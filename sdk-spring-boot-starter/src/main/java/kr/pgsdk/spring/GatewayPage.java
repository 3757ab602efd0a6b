package kr.pgsdk.spring;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import kr.pgsdk.core.PaymentGateway;

/** What a checkout page needs to know of each gateway. */
enum GatewayPage {
  TOSS("toss", "https://js.tosspayments.com/v2/standard", "client-key"),
  IAMPORT("iamport", "https://cdn.iamport.kr/v1/iamport.js", "imp-code"),
  PORTONE("portone", "https://cdn.portone.io/v2/browser-sdk.js", "store-id");

  private final String gateway;
  private final URI script;
  private final String keyProperty;

  GatewayPage(String gateway, String script, String keyProperty) {
    this.gateway = gateway;
    this.script = URI.create(script);
    this.keyProperty = keyProperty;
  }

  /** Empty for a gateway of the shop's own. */
  static Optional<GatewayPage> of(PaymentGateway gateway) {
    return Arrays.stream(values()).filter(page -> page.gateway.equals(gateway.name())).findFirst();
  }

  URI script() {
    return script;
  }

  /** The last part of the property that its public key is set by. */
  String keyProperty() {
    return keyProperty;
  }
}
