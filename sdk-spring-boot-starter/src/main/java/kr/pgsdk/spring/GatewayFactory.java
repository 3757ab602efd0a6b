package kr.pgsdk.spring;

import static kr.pgsdk.spring.PropertyCheck.checked;
import static kr.pgsdk.spring.PropertyCheck.set;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.http.CallListener;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.RetryPolicy;
import kr.pgsdk.spring.MerchantProperties.Configured;
import kr.pgsdk.spring.MerchantProperties.Http;
import kr.pgsdk.spring.MerchantProperties.Iamport;
import kr.pgsdk.spring.MerchantProperties.Portone;
import kr.pgsdk.spring.MerchantProperties.Toss;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Makes gateways and merchants of properties; whatever is wrong names its property. */
final class GatewayFactory {
  private final Http http;
  private final Map<String, Configured> configured;
  private final List<CallListener> listeners;
  private final List<HttpOptionsCustomizer> httpCustomizers;
  private final TossFactory toss;
  private final IamportFactory iamport;
  private final PortOneFactory portone;

  /** What the shop's own beans change; each in their order. */
  record Customizers(
      ObjectProvider<CallListener> listeners,
      ObjectProvider<HttpOptionsCustomizer> http,
      ObjectProvider<TossCustomizer> toss,
      ObjectProvider<IamportCustomizer> iamport,
      ObjectProvider<PortOneCustomizer> portone,
      ObjectProvider<TokenStores> tokenStores) {}

  GatewayFactory(MerchantProperties properties, Customizers customizers) {
    this.http = properties.http();
    this.configured = properties.configured();
    this.listeners = customizers.listeners().orderedStream().toList();
    this.httpCustomizers = customizers.http().orderedStream().toList();
    this.toss = new TossFactory(customizers.toss().orderedStream().toList());
    this.iamport =
        new IamportFactory(
            customizers.iamport().orderedStream().toList(), customizers.tokenStores());
    this.portone = new PortOneFactory(customizers.portone().orderedStream().toList());
  }

  PaymentGateway gateway(String name) {
    Configured merchant = Objects.requireNonNull(configured.get(name), name);
    Toss atToss = merchant.toss();
    if (atToss != null) {
      return toss.gateway(merchant, atToss, http(merchant, atToss.baseUrl()));
    }
    Portone atPortOne = merchant.portone();
    if (atPortOne != null) {
      return portone.gateway(merchant, atPortOne, http(merchant, atPortOne.baseUrl()));
    }
    Iamport atIamport = Objects.requireNonNull(merchant.iamport());
    return iamport.gateway(merchant, atIamport, http(merchant, atIamport.baseUrl()));
  }

  private HttpOptions http(Configured merchant, @Nullable String baseUrl) {
    HttpOptions.Builder options = HttpOptions.builder();
    set("pgsdk.http.connect-timeout", http.connectTimeout(), options::connectTimeout);
    set("pgsdk.http.read-timeout", http.readTimeout(), options::readTimeout);
    set("pgsdk.http.deadline", http.deadline(), options::deadline);
    set(
        "pgsdk.http.attempts",
        http.attempts(),
        attempts -> options.retryPolicy(RetryPolicy.DEFAULT.withAttempts(attempts)));
    set("pgsdk.http.user-agent", http.userAgent(), options::userAgent);
    set("pgsdk.http.proxy", http.proxy(), proxy -> options.proxy(address(proxy)));
    set(merchant.prefix() + ".base-url", baseUrl, options::baseUrl);
    if (!listeners.isEmpty()) {
      options.listener(new CallListeners(listeners));
    }
    httpCustomizers.forEach(customizer -> customizer.customize(merchant.name(), options));
    return checked("pgsdk.http.proxy", options::build);
  }

  private static InetSocketAddress address(String proxy) {
    int colon = proxy.lastIndexOf(':');
    String port = proxy.substring(colon + 1);
    if (colon < 1 || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
      throw new IllegalArgumentException("a proxy is written as host:port");
    }
    return new InetSocketAddress(proxy.substring(0, colon), Integer.parseInt(port));
  }

  /** A gateway of the shop's own has no properties, and no keys for a page. */
  Merchant merchant(String name, PaymentGateway gateway) {
    Merchant.Builder merchant = Merchant.builder(name, gateway);
    Configured properties = configured.get(name);
    if (properties != null && properties.toss() != null) {
      TossFactory.complete(merchant, properties.prefix(), properties.toss());
    } else if (properties != null && properties.iamport() != null) {
      IamportFactory.complete(merchant, properties.prefix(), properties.iamport());
    } else if (properties != null && properties.portone() != null) {
      PortOneFactory.complete(merchant, properties.prefix(), properties.portone());
    }
    return merchant.build();
  }
}
