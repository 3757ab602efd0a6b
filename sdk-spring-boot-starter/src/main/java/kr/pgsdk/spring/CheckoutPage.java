package kr.pgsdk.spring;

import java.net.URI;
import java.util.Objects;
import kr.pgsdk.core.Preparation;

/** What the shop's page needs to open a checkout; none of it is secret. Immutable. */
public final class CheckoutPage {
  private final Merchant merchant;
  private final Preparation preparation;

  private CheckoutPage(Merchant merchant, Preparation preparation) {
    this.merchant = Objects.requireNonNull(merchant, "merchant");
    this.preparation = Objects.requireNonNull(preparation, "preparation");
  }

  /** What the page needs for this checkout at this merchant. */
  public static CheckoutPage of(Merchant merchant, Preparation preparation) {
    return new CheckoutPage(merchant, preparation);
  }

  /** Where the buyer pays. */
  public Merchant merchant() {
    return merchant;
  }

  /** What is paid, and the arguments of the gateway's script. */
  public Preparation preparation() {
    return preparation;
  }

  /**
   * Where the page loads the gateway's script from.
   *
   * @throws IllegalStateException for a gateway of the shop's own without a script
   */
  public URI scriptUrl() {
    return merchant
        .scriptUrl()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    merchant + " has no script: load the script of your gateway yourself"));
  }

  /**
   * What the script is begun with: {@code TossPayments(publicKey)} or {@code IMP.init(publicKey)}.
   *
   * @throws IllegalStateException if the property isn't set; the message names it
   */
  public String publicKey() {
    return merchant
        .publicKey()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the checkout page needs the property "
                        + GatewayPage.of(merchant.gateway())
                            .map(GatewayPage::keyProperty)
                            .orElse("for the public key")
                        + " of the merchant "
                        + merchant.name()));
  }

  /** The arguments of the script as JSON, which may stand in a {@code <script>} as it is. */
  public String json() {
    return preparation.checkout().toJson();
  }

  /** Shows merchant and order. */
  @Override
  public String toString() {
    return "CheckoutPage[" + merchant + ", " + preparation.orderId() + "]";
  }
}
