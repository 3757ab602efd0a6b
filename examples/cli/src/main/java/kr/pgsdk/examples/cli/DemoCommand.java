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
      "Show a payment's life at each gateway, simulated in this process.",
      "Exit code 3: a step didn't do what it must."
    })
final class DemoCommand implements Callable<Integer> {
  private final Pg pg;
  private final List<DemoStep> steps = new ArrayList<>();

  @Option(
      names = "--gateway",
      paramLabel = "iamport|toss|portone|all",
      description = "Which gateway to show (default: all).")
  private String only = "all";

  DemoCommand(Pg pg) {
    this.pg = pg;
  }

  @Override
  public Integer call() {
    List<Gateway> gateways =
        Arrays.stream(Gateway.values())
            .filter(gateway -> only.equals("all") || only.equals(gateway.id()))
            .toList();
    if (gateways.isEmpty()) {
      throw new IllegalArgumentException("--gateway must be iamport, toss, portone or all");
    }
    print(
        page().text("The SDK is real; the gateways are simulated. No keys, no network, no money."));
    try (Sandbox sandbox = Sandbox.start()) {
      gateways.forEach(gateway -> run(new DemoSandbox(gateway, sandbox)));
    }
    return pg.finish(new DemoReport(List.copyOf(steps), pg.terminal()));
  }

  private void run(DemoSandbox sandbox) {
    Gateway gateway = sandbox.gateway();
    String url = sandbox.server().url();
    print(page().gap().line(Page.Tone.STRONG, gateway.displayName() + ", simulated at " + url));
    HttpOptions.Builder http = HttpOptions.builder().baseUrl(url);
    pg.options().timeout().ifPresent(http::deadline);
    try (PaymentGateway shop =
        gateway.open(sandbox.secrets(), http.build(), GatewayOpening.DEFAULT)) {
      new Demo(sandbox, shop, this::show).run();
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
    if (!pg.options().json()) {
      page.flush(pg.terminal().out());
    }
  }
}
