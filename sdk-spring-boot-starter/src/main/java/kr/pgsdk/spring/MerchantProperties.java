package kr.pgsdk.spring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The merchants of the shop, and how their gateways speak HTTP.
 *
 * @param enabled whether the starter does anything at all
 * @param toss the merchant "toss"
 * @param iamport the merchant "iamport"
 * @param portone the merchant "portone"
 * @param merchants more merchants, by a name that is never given to another merchant
 * @param http how the gateways speak HTTP
 */
@ConfigurationProperties("pgsdk")
record MerchantProperties(
    @DefaultValue("true") boolean enabled,
    @Nullable Toss toss,
    @Nullable Iamport iamport,
    @Nullable Portone portone,
    @Nullable Map<String, Named> merchants,
    @DefaultValue Http http) {

  /**
   * A merchant at Toss Payments.
   *
   * @param secretKey the secret key (test_sk_..., live_sk_...) of the developer centre
   * @param clientKey the client key (..._ck_...) for the checkout page
   * @param securityKey the security key (64 hexadecimal characters): verifies signed webhooks
   * @param baseUrl where Toss is, such as a sandbox; without /v1
   * @param scriptUrl where the checkout page loads Toss's script from
   */
  record Toss(
      @Nullable String secretKey,
      @Nullable String clientKey,
      @Nullable String securityKey,
      @Nullable String baseUrl,
      @Nullable String scriptUrl) {
    @Override
    public String toString() {
      return "Toss[***]";
    }
  }

  /**
   * A merchant at Iamport (PortOne V1).
   *
   * @param apiKey the REST API key (imp_key)
   * @param apiSecret the REST API secret (imp_secret)
   * @param impCode the merchant's code (imp00000000) for the checkout page
   * @param channelKey the channel for the checkout page and for billing keys
   * @param tier the code of a sub-merchant: three capital letters or digits
   * @param acceptTestPayments whether payments of the test channel count as paid
   * @param baseUrl where Iamport is, such as a sandbox
   * @param scriptUrl where the checkout page loads Iamport's script from
   */
  record Iamport(
      @Nullable String apiKey,
      @Nullable String apiSecret,
      @Nullable String impCode,
      @Nullable String channelKey,
      @Nullable String tier,
      @DefaultValue("false") boolean acceptTestPayments,
      @Nullable String baseUrl,
      @Nullable String scriptUrl) {
    @Override
    public String toString() {
      return "Iamport[***]";
    }
  }

  /**
   * A merchant at PortOne V2.
   *
   * @param apiSecret the V2 API secret of the console
   * @param webhookSecrets the webhook secrets (whsec_...) of the console, two while one is rotated;
   *     without one, signatures aren't verified
   * @param storeId the store id (store-...): for the checkout page, and if the secret is for
   *     several stores
   * @param channelKey the channel (channel-key-...) for the checkout page and for billing keys
   * @param acceptTestPayments whether payments of test channels count as paid
   * @param baseUrl where PortOne is, such as a sandbox
   * @param scriptUrl where the checkout page loads PortOne's script from
   */
  record Portone(
      @Nullable String apiSecret,
      @Nullable List<String> webhookSecrets,
      @Nullable String storeId,
      @Nullable String channelKey,
      @DefaultValue("false") boolean acceptTestPayments,
      @Nullable String baseUrl,
      @Nullable String scriptUrl) {
    @Override
    public String toString() {
      return "Portone[***]";
    }
  }

  /**
   * A merchant with a name: at one of the gateways.
   *
   * @param toss the merchant is at Toss Payments
   * @param iamport the merchant is at Iamport
   * @param portone the merchant is at PortOne V2
   */
  record Named(@Nullable Toss toss, @Nullable Iamport iamport, @Nullable Portone portone) {}

  /**
   * How the gateways speak HTTP; what isn't set is the SDK's default.
   *
   * @param connectTimeout how long one connection may take; 5s by default
   * @param readTimeout how long a gateway may be silent; 60s by default, 30s at Iamport
   * @param deadline how long a whole call may take, with retries and lookups; 70s by default
   * @param attempts how often a request that is safe to repeat may be sent; 3 by default
   * @param userAgent the application's name, put before the SDK's in User-Agent
   * @param proxy an HTTP proxy, as host:port
   * @param traceparent whether requests carry the headers of the trace to the gateways, if the
   *     application uses tracing
   */
  record Http(
      @Nullable Duration connectTimeout,
      @Nullable Duration readTimeout,
      @Nullable Duration deadline,
      @Nullable Integer attempts,
      @Nullable String userAgent,
      @Nullable String proxy,
      @DefaultValue("true") boolean traceparent) {}

  /** All merchants by name, and the property each begins with. */
  Map<String, Configured> configured() {
    Map<String, Configured> all = new LinkedHashMap<>();
    if (toss != null) {
      all.put("toss", new Configured("toss", "pgsdk.toss", toss, null, null));
    }
    if (iamport != null) {
      all.put("iamport", new Configured("iamport", "pgsdk.iamport", null, iamport, null));
    }
    if (portone != null) {
      all.put("portone", new Configured("portone", "pgsdk.portone", null, null, portone));
    }
    if (merchants != null) {
      merchants.forEach((name, merchant) -> add(all, name, merchant));
    }
    return all;
  }

  private static void add(Map<String, Configured> all, String name, Named merchant) {
    String prefix = "pgsdk.merchants." + name;
    if (!name.matches("[A-Za-z0-9_.-]{1,32}")) {
      throw new InvalidPropertyException(
          prefix, "a merchant is named by 1 to 32 of A-Z a-z 0-9 _ . -");
    }
    List<String> gateways = new ArrayList<>();
    addIf(gateways, merchant.toss(), ".toss");
    addIf(gateways, merchant.iamport(), ".iamport");
    addIf(gateways, merchant.portone(), ".portone");
    if (gateways.size() != 1) {
      throw new InvalidPropertyException(
          prefix,
          "a merchant is at one gateway: set the keys under one of .toss, .iamport and .portone");
    }
    Configured configured =
        new Configured(
            name,
            prefix + gateways.get(0),
            merchant.toss(),
            merchant.iamport(),
            merchant.portone());
    if (all.put(name, configured) != null) {
      throw new InvalidPropertyException(
          prefix,
          "this name is used for pgsdk." + name + " already: give the merchant another one");
    }
  }

  private static void addIf(List<String> gateways, @Nullable Object keys, String name) {
    if (keys != null) {
      gateways.add(name);
    }
  }

  /**
   * One merchant's properties.
   *
   * @param prefix the property that its own begin with
   */
  record Configured(
      String name,
      String prefix,
      @Nullable Toss toss,
      @Nullable Iamport iamport,
      @Nullable Portone portone) {
    /** The name of its gateway's bean. */
    String beanName() {
      return name + MerchantRegistrar.SUFFIX;
    }
  }
}
