package kr.pgsdk.toss;

import java.util.Set;
import kr.pgsdk.core.BillingGateway;
import kr.pgsdk.core.BillingKey;
import kr.pgsdk.core.BillingKeyDetails;
import kr.pgsdk.core.BillingKeyLookup;
import kr.pgsdk.core.BillingKeyRequest;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.flow.BillingSteps;
import kr.pgsdk.core.internal.flow.BillingVerbs;
import kr.pgsdk.core.internal.flow.OpenWork;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.toss.billing.TossBillingKey;
import kr.pgsdk.toss.billing.TossBillingKeyRequest;
import kr.pgsdk.toss.billing.TossBillingKeys;
import kr.pgsdk.toss.billing.TossCardBillingKeyRequest;
import kr.pgsdk.toss.model.TossCard;
import kr.pgsdk.toss.model.TossErrorCode;

/** What Toss adds to the billing verbs. */
final class TossBilling implements BillingSteps {
  private static final Set<String> GONE =
      Set.of(
          TossErrorCode.ALREADY_REMOVED_BILLING_KEY.text(), TossErrorCode.NOT_FOUND_BILLING.text());

  private final TossClient client;

  private TossBilling(TossClient client) {
    this.client = client;
  }

  static BillingGateway verbs(TossClient client, OpenWork open) {
    return new BillingVerbs(
        client.sender(),
        new TossBilling(client),
        new TossCharge(client),
        new TossConfirm(client),
        open);
  }

  @Override
  public BillingKeyDetails issue(BillingKeyRequest request, Deadline deadline) {
    TossBillingKeys keys = client.billingKeys(deadline);
    CardData card = request.card().orElse(null);
    return details(
        card == null
            ? keys.issue(
                TossBillingKeyRequest.builder(
                        request.authKey().orElseThrow(), request.customerKey())
                    .build())
            : keys.issue(byCard(request, card)),
        request.customerKey());
  }

  private static TossCardBillingKeyRequest byCard(BillingKeyRequest request, CardData card) {
    TossCardBillingKeyRequest.Builder byCard =
        TossCardBillingKeyRequest.builder(request.customerKey(), card);
    request.customerName().ifPresent(byCard::customerName);
    request.customerEmail().ifPresent(byCard::customerEmail);
    return byCard.build();
  }

  private static BillingKeyDetails details(TossBillingKey key, String customerKey) {
    TossCard card = key.card().orElse(null);
    String issuer = card == null ? null : card.issuerCode().orElse(null);
    String number = card == null ? null : card.number().orElse(null);
    return new BillingKeyDetails(
        BillingKey.of(key.billingKey(), customerKey),
        issuer != null ? issuer : key.cardCompany().orElse(null),
        number != null ? number : key.cardNumber().orElse(null),
        key.authenticatedAt().orElse(null));
  }

  @Override
  public BillingKeyLookup find(BillingKey key, Deadline deadline) {
    return new BillingKeyLookup.NotOffered();
  }

  @Override
  public void delete(BillingKey key, Deadline deadline) {
    try {
      client.billingKeys(deadline).delete(key.value());
    } catch (GatewayException refusal) {
      if (refusal.gatewayCode().filter(GONE::contains).isEmpty()) {
        throw refusal;
      }
    }
  }
}
