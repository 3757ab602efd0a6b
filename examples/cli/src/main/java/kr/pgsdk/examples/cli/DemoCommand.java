package kr.pgsdk.examples.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.sandbox.Sandbox;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    description = {
      "Show a payment's life at Iamport and Toss Payments, simulated in this process.",
      "Exit code 3: a step didn't do what it must."
    })
final class DemoCommand implements Callable<Integer> {
  private final Pg pg;
  private final List<DemoStep> steps = new ArrayList<>();

  @Option(
      names = "--gateway",
      paramLabel = "iamport|toss|both",
      description = "Which of the two to show (default: both).")
  private String only = "both";

  DemoCommand(Pg pg) {
    this.pg = pg;
  }

  @Override
  public Integer call() {
    List<Gateway> gateways =
        Arrays.stream(Gateway.values())
            .filter(gateway -> gateway != Gateway.PORTONE)
            .filter(gateway -> only.equals("both") || only.equals(gateway.id()))
            .toList();
    if (gateways.isEmpty()) {
      throw new IllegalArgumentException("--gateway must be iamport, toss or both");
    }
    print(
        page().text("The SDK is real; the gateways are simulated. No keys, no network, no money."));
    try (Sandbox sandbox = Sandbox.start()) {
      gateways.forEach(gateway -> run(gateway, sandbox));
    }
    return pg.finish(new DemoReport(List.copyOf(steps), pg.terminal()));
  }

  private void run(Gateway gateway, Sandbox sandbox) {
    boolean iamport = gateway == Gateway.IAMPORT;
    String url = iamport ? sandbox.iamportUrl() : sandbox.tossUrl();
    print(page().gap().line(Page.Tone.STRONG, gateway.displayName() + ", simulated at " + url));
    List<String> secrets =
        iamport
            ? List.of(sandbox.iamportKey(), sandbox.iamportSecret())
            : List.of(sandbox.tossSecretKey());
    HttpOptions.Builder http = HttpOptions.builder().baseUrl(url);
    pg.settings().timeout().ifPresent(http::deadline);
    try (PaymentGateway shop = gateway.open(secrets, http.build(), GatewayOptions.DEFAULT)) {
      new Demo(gateway, shop, sandbox, this::show).run();
    }
  }

  private void show(DemoStep step) {
    steps.add(step);
    print(step.print(page()));
  }

  private Page page() {
    return new Page(pg.terminal().colour());
  }

  private void print(Page page) {
    if (!pg.settings().json()) {
      page.flush(pg.terminal().out());
    }
  }
}
