package kr.pgsdk.spring;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.http.CallListener;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.RetryPolicy;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.iamport.IamportTier;
import kr.pgsdk.spring.PgsdkProperties.Configured;
import kr.pgsdk.spring.PgsdkProperties.Http;
import kr.pgsdk.spring.PgsdkProperties.Iamport;
import kr.pgsdk.spring.PgsdkProperties.Toss;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;
import kr.pgsdk.toss.webhook.TossSecurityKey;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Makes gateways and merchants of properties; whatever is wrong names its property. */
final class GatewayFactory {
  private final Http http;
  private final Map<String, Configured> configured;
  private final List<CallListener> listeners;
  private final List<HttpOptionsCustomizer> httpCustomizers;
  private final List<TossCustomizer> tossCustomizers;
  private final List<IamportCustomizer> iamportCustomizers;
  private final ObjectProvider<TokenStores> tokenStores;

  /** What the shop's own beans change; each in their order. */
  record Customizers(
      ObjectProvider<CallListener> listeners,
      ObjectProvider<HttpOptionsCustomizer> http,
      ObjectProvider<TossCustomizer> toss,
      ObjectProvider<IamportCustomizer> iamport,
      ObjectProvider<TokenStores> tokenStores) {}

  GatewayFactory(PgsdkProperties properties, Customizers customizers) {
    this.http = properties.http();
    this.configured = properties.configured();
    this.listeners = customizers.listeners().orderedStream().toList();
    this.httpCustomizers = customizers.http().orderedStream().toList();
    this.tossCustomizers = customizers.toss().orderedStream().toList();
    this.iamportCustomizers = customizers.iamport().orderedStream().toList();
    this.tokenStores = customizers.tokenStores();
  }

  PaymentGateway gateway(String name) {
    Configured merchant = Objects.requireNonNull(configured.get(name), name);
    if (merchant.toss() != null) {
      return toss(merchant, merchant.toss());
    }
    return iamport(merchant, Objects.requireNonNull(merchant.iamport()));
  }

  private TossGateway toss(Configured merchant, Toss toss) {
    String property = merchant.prefix() + ".secret-key";
    TossSecretKey key = checked(property, () -> TossSecretKey.of(given(toss.secretKey())));
    TossGateway.Builder builder = TossGateway.builder(key).http(http(merchant, toss.baseUrl()));
    tossCustomizers.forEach(customizer -> customizer.customize(merchant.name(), builder));
    return checked(merchant.prefix() + ".base-url", builder::build);
  }

  private IamportGateway iamport(Configured merchant, Iamport iamport) {
    IamportGateway.Builder builder =
        IamportGateway.builder(credentials(merchant.prefix(), iamport))
            .http(http(merchant, iamport.baseUrl()))
            .acceptTestPayments(iamport.acceptTestPayments());
    set(merchant.prefix() + ".tier", iamport.tier(), tier -> builder.tier(IamportTier.of(tier)));
    set(merchant.prefix() + ".channel-key", iamport.channelKey(), builder::channelKey);
    tokenStores.ifAvailable(stores -> builder.tokenStore(stores.of(merchant.name())));
    iamportCustomizers.forEach(customizer -> customizer.customize(merchant.name(), builder));
    return checked(merchant.prefix() + ".base-url", builder::build);
  }

  /** Each of the two is checked alone, so that the message names the right one. */
  private static IamportCredentials credentials(String prefix, Iamport iamport) {
    String key = given(iamport.apiKey());
    checked(prefix + ".api-key", () -> IamportCredentials.of(key, "unused"));
    return checked(
        prefix + ".api-secret", () -> IamportCredentials.of(key, given(iamport.apiSecret())));
  }

  /** A missing key is refused as a blank one is. */
  private static String given(@Nullable String key) {
    return key == null ? "" : key;
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

  /** A gateway of the shop's own has no properties: null. */
  Merchant merchant(String name, PaymentGateway gateway) {
    Configured merchant = configured.get(name);
    if (merchant == null) {
      return new Merchant(name, gateway, Merchant.Page.NONE, null);
    }
    String prefix = merchant.prefix();
    Toss toss = merchant.toss();
    if (toss != null) {
      String clientKey = toss.clientKey();
      set(prefix + ".client-key", clientKey, key -> PageKeys.tossClientKey(key, toss.secretKey()));
      URI script = script(prefix, toss.scriptUrl());
      TossSecurityKey securityKey =
          toss.securityKey() == null
              ? null
              : checked(
                  prefix + ".security-key", () -> TossSecurityKey.of(given(toss.securityKey())));
      return new Merchant(
          name, gateway, new Merchant.Page(clientKey, null, null, script), securityKey);
    }
    Iamport iamport = Objects.requireNonNull(merchant.iamport());
    set(prefix + ".imp-code", iamport.impCode(), code -> PageKeys.impCode(code, iamport));
    Merchant.Page page =
        new Merchant.Page(
            null, iamport.impCode(), iamport.channelKey(), script(prefix, iamport.scriptUrl()));
    return new Merchant(name, gateway, page, null);
  }

  private static @Nullable URI script(String prefix, @Nullable String url) {
    return url == null ? null : checked(prefix + ".script-url", () -> PageKeys.scriptUrl(url));
  }

  private static <T> void set(String property, @Nullable T value, Consumer<T> setter) {
    if (value != null) {
      checked(
          property,
          () -> {
            setter.accept(value);
            return true;
          });
    }
  }

  private static <T> T checked(String property, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      // The SDK's messages never show a value; the cause isn't kept, for it might.
      throw new InvalidPropertyException(property, String.valueOf(e.getMessage()));
    }
  }
}
