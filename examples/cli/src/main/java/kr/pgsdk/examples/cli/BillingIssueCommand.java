package kr.pgsdk.examples.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kr.pgsdk.core.BillingKeyDetails;
import kr.pgsdk.core.BillingKeyRequest;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.PaymentGateway;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    description = {
      "Issue a billing key for a card, or at Toss for an authentication in its window.",
      "The key is printed once: store it as you store passwords."
    })
final class BillingIssueCommand extends Verb {
  private final Gateway gateway;

  @Mixin private final CustomerKeyOptions customer = new CustomerKeyOptions();

  @Option(
      names = "--auth-key",
      paramLabel = "KEY",
      description = "Toss: what the redirect of its window brought. It works once.")
  private @Nullable String authKey;

  @Option(
      names = "--auth-key-file",
      paramLabel = "FILE",
      description = "A file whose first line is that.")
  private @Nullable Path authKeyFile;

  @Mixin private final CardOptions card = new CardOptions();

  @Mixin private final BuyerOptions buyer = new BuyerOptions();

  @Mixin private final ChannelOptions channel = new ChannelOptions();

  BillingIssueCommand(Pg pg, Gateway gateway) {
    super(pg, gateway);
    this.gateway = gateway;
  }

  @Override
  Optional<String> channelKey() {
    return channel.key(gateway);
  }

  @Override
  String ifUnknown() {
    return "A billing key may have been issued. You may use a card again; an --auth-key may be"
        + " used up, and needs a new authentication.";
  }

  @Override
  boolean changesSomething() {
    return true;
  }

  @Override
  Report execute(PaymentGateway open) {
    if (gateway != Gateway.TOSS) {
      String unused = channel.required(gateway);
    }
    return new IssueReport(gateway.billing(open).issue(request()));
  }

  private BillingKeyRequest request() {
    String customerKey = customer.required();
    Optional<String> auth = Secrets.of("--auth-key", authKey, authKeyFile);
    Optional<CardData> data = card.card();
    if (auth.isPresent() && gateway != Gateway.TOSS) {
      throw new IllegalArgumentException(
          "--auth-key is Toss's: at "
              + gateway.displayName()
              + " give --card-file, or issue the key in the checkout");
    }
    if (auth.isPresent() == data.isPresent()) {
      throw new IllegalArgumentException(
          "give --auth-key (Toss), --card-file, or --card-number with --expiry: one of them");
    }
    BillingKeyRequest.Builder request =
        auth.isPresent()
            ? BillingKeyRequest.byAuthKey(customerKey, auth.get())
            : BillingKeyRequest.byCard(customerKey, data.orElseThrow());
    buyer.name().ifPresent(request::customerName);
    buyer.email().ifPresent(request::customerEmail);
    return request.build();
  }

  private record IssueReport(BillingKeyDetails details) implements Report {
    @Override
    public int exitCode() {
      return ExitCode.DONE;
    }

    @Override
    public boolean secret() {
      return true;
    }

    @Override
    public Map<String, @Nullable Object> json() {
      return JsonLine.object(
          "billingKey", details.key().value(),
          "issuer", details.issuer().orElse(null),
          "maskedNumber", details.maskedNumber().orElse(null),
          "issuedAt", details.issuedAt().orElse(null));
    }

    @Override
    public void print(Page page) {
      page.line(Page.Tone.GOOD, "issued: store the key as you store passwords")
          .value("billing key", details.key().value())
          .value("issuer", details.issuer().orElse(""))
          .value("card", details.maskedNumber().orElse(""))
          .value("issued at", details.issuedAt().map(Instant::toString).orElse(""));
    }
  }
}
