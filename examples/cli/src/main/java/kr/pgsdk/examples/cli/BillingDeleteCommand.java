package kr.pgsdk.examples.cli;

import java.util.Map;
import kr.pgsdk.core.PaymentGateway;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    description =
        "Delete a billing key, so that it can't be charged. One that is gone is no error.")
final class BillingDeleteCommand extends Verb {
  private final Gateway gateway;

  @Mixin private final BillingKeyOptions key = new BillingKeyOptions();

  BillingDeleteCommand(Pg pg, Gateway gateway) {
    super(pg, gateway);
    this.gateway = gateway;
  }

  @Override
  String ifUnknown() {
    return "The key may be deleted already. Run the same command again: that does no harm.";
  }

  @Override
  boolean changesSomething() {
    return true;
  }

  @Override
  Report execute(PaymentGateway open) {
    gateway.billing(open).delete(key.key(gateway));
    return new Done("deleted", "the billing key can't be charged any more");
  }

  /** A command that has nothing else to tell. */
  private record Done(String key, String sentence) implements Report {
    @Override
    public int exitCode() {
      return ExitCode.DONE;
    }

    @Override
    public Map<String, @Nullable Object> json() {
      return JsonLine.object(key, true);
    }

    @Override
    public void print(Page page) {
      page.line(Page.Tone.GOOD, key + ": " + sentence);
    }
  }
}
