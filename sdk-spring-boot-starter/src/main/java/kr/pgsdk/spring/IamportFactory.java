package kr.pgsdk.spring;

import static kr.pgsdk.spring.PropertyCheck.checked;
import static kr.pgsdk.spring.PropertyCheck.given;
import static kr.pgsdk.spring.PropertyCheck.set;

import java.util.List;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.iamport.IamportTier;
import kr.pgsdk.spring.MerchantProperties.Configured;
import kr.pgsdk.spring.MerchantProperties.Iamport;
import org.springframework.beans.factory.ObjectProvider;

/** What {@code pgsdk.iamport.*} makes of a merchant at Iamport. */
record IamportFactory(
    List<IamportCustomizer> customizers, ObjectProvider<TokenStores> tokenStores) {
  IamportGateway gateway(Configured merchant, Iamport iamport, HttpOptions http) {
    String prefix = merchant.prefix();
    IamportGateway.Builder builder =
        IamportGateway.builder(credentials(prefix, iamport))
            .http(http)
            .acceptTestPayments(iamport.acceptTestPayments());
    set(prefix + ".tier", iamport.tier(), tier -> builder.tier(IamportTier.of(tier)));
    set(prefix + ".channel-key", iamport.channelKey(), builder::channelKey);
    tokenStores.ifAvailable(stores -> builder.tokenStore(stores.of(merchant.name())));
    customizers.forEach(customizer -> customizer.customize(merchant.name(), builder));
    return checked(prefix + ".base-url", builder::build);
  }

  /** Each of the two is checked alone, so that the message names the right one. */
  private static IamportCredentials credentials(String prefix, Iamport iamport) {
    String key = given(iamport.apiKey());
    checked(prefix + ".api-key", () -> IamportCredentials.of(key, "unused"));
    return checked(
        prefix + ".api-secret", () -> IamportCredentials.of(key, given(iamport.apiSecret())));
  }

  static void complete(Merchant.Builder merchant, String prefix, Iamport iamport) {
    set(
        prefix + ".imp-code",
        iamport.impCode(),
        code -> merchant.publicKey(PageKeys.impCode(code, iamport)));
    set(prefix + ".channel-key", iamport.channelKey(), merchant::channelKey);
    set(
        prefix + ".script-url",
        iamport.scriptUrl(),
        url -> merchant.scriptUrl(PageKeys.scriptUrl(url)));
  }
}
