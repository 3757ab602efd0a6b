package kr.pgsdk.portone;

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
import kr.pgsdk.portone.billing.PortOneBillingKey;
import kr.pgsdk.portone.billing.PortOneBillingKeyDeletion;
import kr.pgsdk.portone.billing.PortOneBillingKeyMethod;
import kr.pgsdk.portone.billing.PortOneBillingKeyRequest;
import kr.pgsdk.portone.billing.PortOneBillingKeySummary;
import kr.pgsdk.portone.billing.PortOneBillingKeys;
import kr.pgsdk.portone.model.PortOneBuyer;
import kr.pgsdk.portone.model.PortOneCard;
import kr.pgsdk.portone.model.PortOneCardCredential;
import kr.pgsdk.portone.model.PortOneErrorCode;
import org.jspecify.annotations.Nullable;

/** What PortOne adds to the billing verbs. */
final class PortOneBilling implements BillingSteps {
  private static final Set<String> GONE =
      Set.of(
          PortOneErrorCode.BILLING_KEY_NOT_FOUND.text(),
          PortOneErrorCode.BILLING_KEY_ALREADY_DELETED.text());
  private static final String DELETED = "DELETED";

  private final PortOneClient client;
  private final @Nullable String channelKey;

  private PortOneBilling(PortOneClient client, @Nullable String channelKey) {
    this.client = client;
    this.channelKey = channelKey;
  }

  static BillingGateway verbs(
      PortOneClient client,
      @Nullable String channelKey,
      boolean acceptsTestPayments,
      OpenWork open) {
    return new BillingVerbs(
        client.sender(),
        new PortOneBilling(client, channelKey),
        new PortOneCharge(client, channelKey),
        new PortOneConfirm(client, acceptsTestPayments),
        open);
  }

  @Override
  public BillingKeyDetails issue(BillingKeyRequest request, Deadline deadline) {
    CardData card =
        BillingSteps.card(
            request, "PortOne", "the browser: PortOne.requestIssueBillingKey answers with it");
    String channel = BillingSteps.channel(channelKey, "PortOne");
    PortOneBuyer.Builder buyer = PortOneBuyer.builder().id(request.customerKey());
    request.customerName().ifPresent(buyer::name);
    request.customerEmail().ifPresent(buyer::email);
    PortOneBillingKeySummary issued =
        keys(deadline)
            .issued(
                PortOneBillingKeyRequest.atChannel(channel, credential(card))
                    .customer(buyer.build())
                    .build());
    return new BillingKeyDetails(
        BillingKey.of(issued.billingKey().orElseThrow()),
        null,
        null,
        issued.issuedAt().orElse(null));
  }

  private static PortOneCardCredential credential(CardData card) {
    PortOneCardCredential.Builder credential =
        PortOneCardCredential.builder(
            card.number(),
            twoDigits(card.expiry().getYear() % 100),
            twoDigits(card.expiry().getMonthValue()));
    card.ownerIdentity().ifPresent(credential::birthOrBusinessRegistrationNumber);
    card.passwordDigits().ifPresent(credential::passwordTwoDigits);
    return credential.build();
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  private PortOneBillingKeys keys(Deadline deadline) {
    return client.billingKeys(deadline);
  }

  @Override
  public BillingKeyLookup find(BillingKey key, Deadline deadline) {
    PortOneBillingKey found;
    try {
      found = keys(deadline).get(key.value());
    } catch (GatewayException refusal) {
      if (isGone(refusal)) {
        return new BillingKeyLookup.NotFound();
      }
      throw refusal;
    }
    return found.status().filter(DELETED::equals).isPresent()
        ? new BillingKeyLookup.NotFound()
        : new BillingKeyLookup.Found(details(key, found));
  }

  private static BillingKeyDetails details(BillingKey key, PortOneBillingKey found) {
    PortOneCard card =
        found.methods().stream().findFirst().flatMap(PortOneBillingKeyMethod::card).orElse(null);
    return new BillingKeyDetails(
        key,
        card == null ? null : card.issuer().or(card::publisher).orElse(null),
        card == null ? null : card.number().orElse(null),
        found.issuedAt().orElse(null));
  }

  @Override
  public void delete(BillingKey key, Deadline deadline) {
    try {
      Object unused =
          keys(deadline).delete(key.value(), PortOneBillingKeyDeletion.builder().build());
    } catch (GatewayException refusal) {
      if (!isGone(refusal)) {
        throw refusal;
      }
    }
  }

  private static boolean isGone(GatewayException refusal) {
    return refusal.gatewayCode().filter(GONE::contains).isPresent();
  }
}
