package kr.pgsdk.iamport;

import java.util.Optional;
import java.util.Set;
import kr.pgsdk.core.BillingGateway;
import kr.pgsdk.core.BillingKey;
import kr.pgsdk.core.BillingKeyDetails;
import kr.pgsdk.core.BillingKeyLookup;
import kr.pgsdk.core.BillingKeyRequest;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.internal.flow.BillingSteps;
import kr.pgsdk.core.internal.flow.BillingVerbs;
import kr.pgsdk.core.internal.flow.OpenWork;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.iamport.billing.IamportBillingChannel;
import kr.pgsdk.iamport.billing.IamportBillingKey;
import kr.pgsdk.iamport.billing.IamportBillingKeyRequest;
import kr.pgsdk.iamport.billing.IamportBillingKeys;
import org.jspecify.annotations.Nullable;

/** What Iamport adds to the billing verbs. */
final class IamportBilling implements BillingSteps {
  private final IamportClient client;
  private final @Nullable String channelKey;

  private IamportBilling(IamportClient client, @Nullable String channelKey) {
    this.client = client;
    this.channelKey = channelKey;
  }

  static BillingGateway verbs(
      IamportClient client,
      @Nullable String channelKey,
      Set<String> acceptedPromotions,
      OpenWork open) {
    return new BillingVerbs(
        client.sender(),
        new IamportBilling(client, channelKey),
        new IamportCharge(client, channelKey),
        new IamportConfirm(client, acceptedPromotions),
        open);
  }

  @Override
  public BillingKeyDetails issue(BillingKeyRequest request, Deadline deadline) {
    CardData card =
        BillingSteps.card(request, "Iamport", "the checkout: hand customer_uid to IMP.request_pay");
    String channel = BillingSteps.channel(channelKey, "Iamport");
    IamportBillingKeyRequest.Builder key =
        IamportBillingKeyRequest.builder(request.customerKey(), channel, card);
    request.customerName().ifPresent(key::customerName);
    request.customerEmail().ifPresent(key::customerEmail);
    return details(keys(deadline).issue(key.build()));
  }

  private IamportBillingKeys keys(Deadline deadline) {
    return client.api(deadline).billingKeys();
  }

  private static BillingKeyDetails details(IamportBillingKey key) {
    IamportBillingChannel channel = key.channels().stream().findFirst().orElse(null);
    BillingKey value = BillingKey.of(key.customerUid());
    return channel == null
        ? new BillingKeyDetails(value, null, null, null)
        : new BillingKeyDetails(
            value,
            channel.cardName().orElse(null),
            channel.cardNumber().orElse(null),
            channel.inserted().orElse(null));
  }

  @Override
  public BillingKeyLookup find(BillingKey key, Deadline deadline) {
    Optional<IamportBillingKey> found = keys(deadline).find(key.value());
    return found.isPresent()
        ? new BillingKeyLookup.Found(details(found.get()))
        : new BillingKeyLookup.NotFound();
  }

  @Override
  public void delete(BillingKey key, Deadline deadline) {
    Object unused = keys(deadline).deleteIfThere(key.value());
  }
}
