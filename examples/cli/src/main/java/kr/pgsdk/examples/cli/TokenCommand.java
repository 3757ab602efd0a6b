package kr.pgsdk.examples.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.auth.AuthToken;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

@Command(description = "Get the credential that requests carry, and show when it expires.")
final class TokenCommand extends Verb {
  TokenCommand(Pg pg, Gateway gateway) {
    super(pg, gateway);
  }

  @Override
  Report execute(PaymentGateway gateway) {
    return new TokenReport(gateway.getToken());
  }

  private record TokenReport(AuthToken token) implements Report {
    @Override
    public int exitCode() {
      return ExitCode.DONE;
    }

    @Override
    public Map<String, @Nullable Object> json() {
      return JsonLine.object("scheme", token.scheme(), "expiresAt", expiresAt().orElse(null));
    }

    /** In whole seconds, as the gateway counts them. */
    private Optional<Instant> expiresAt() {
      return token.expiresAt().map(at -> at.truncatedTo(ChronoUnit.SECONDS));
    }

    @Override
    public void print(Page page) {
      page.line(
              Page.Tone.GOOD,
              expiresAt().isPresent()
                  ? "the gateway accepted the credentials"
                  : "no token needed: requests carry the key itself, which was not checked")
          .value("scheme", token.scheme())
          .value("expires at", expiresAt().map(Instant::toString).orElse("never"));
    }
  }
}
