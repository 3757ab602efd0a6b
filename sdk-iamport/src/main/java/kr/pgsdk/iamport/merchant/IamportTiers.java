package kr.pgsdk.iamport.merchant;

import java.util.Optional;
import java.util.regex.Pattern;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.json.ResponseMatch;
import kr.pgsdk.iamport.internal.IamportCalls;

/**
 * The sub-merchants of an agency.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.iamport.IamportClient} throw.
 */
public final class IamportTiers {
  private static final Pattern TIER_CODE = Pattern.compile("[A-Z0-9]{3}");

  private final IamportCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public IamportTiers(IamportCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code GET /tiers/{tier_code}}: a sub-merchant; empty if there is none.
   *
   * @throws IllegalArgumentException if the code isn't exactly three of {@code A-Z 0-9}
   */
  public Optional<IamportSubMerchant> find(String tierCode) {
    if (!TIER_CODE.matcher(tierCode).matches()) {
      throw new IllegalArgumentException(
          "a tier code must be exactly three capital letters or digits, such as XYZ");
    }
    return calls.find(
        HttpRequest.safe("tier", "GET", "tiers", tierCode),
        ResponseMatch.about("tier_code", tierCode, IamportSubMerchant::new));
  }
}
