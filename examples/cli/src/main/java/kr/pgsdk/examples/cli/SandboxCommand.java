package kr.pgsdk.examples.cli;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Buyer;
import kr.pgsdk.sandbox.PortOneBuyer;
import kr.pgsdk.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    description = {
      "Run the simulated gateways until Ctrl-C, with a few payments to try.",
      "With --json, the output is a file for --config."
    })
final class SandboxCommand implements Callable<Integer> {
  private final Pg pg;

  @Option(
      names = "--iamport-port",
      paramLabel = "N",
      description = "Port of Iamport (default: any free one).")
  private int iamportPort;

  @Option(
      names = "--toss-port",
      paramLabel = "N",
      description = "Port of Toss Payments (default: any free one).")
  private int tossPort;

  @Option(
      names = "--portone-port",
      paramLabel = "N",
      description = "Port of PortOne V2 (default: any free one).")
  private int portOnePort;

  @Option(
      names = "--window-port",
      paramLabel = "N",
      description = "Port of the payment window and its scripts (default: any free one).")
  private int windowPort;

  @Option(
      names = "--iamport-webhooks",
      paramLabel = "URL",
      description = "Where Iamport sends its webhooks (default: nowhere).")
  private @Nullable String iamportWebhooks;

  @Option(
      names = "--toss-webhooks",
      paramLabel = "URL",
      description = "Where Toss Payments sends its webhooks (default: nowhere).")
  private @Nullable String tossWebhooks;

  @Option(
      names = "--portone-webhooks",
      paramLabel = "URL",
      description = "Where PortOne V2 sends its webhooks (default: nowhere).")
  private @Nullable String portOneWebhooks;

  SandboxCommand(Pg pg) {
    this.pg = pg;
  }

  @Override
  public Integer call() throws InterruptedException {
    Sandbox sandbox = start();
    Thread end =
        new Thread(
            () -> {
              sandbox.close();
              // Ctrl-C is the normal end of this command, so it is no error for a script.
              Runtime.getRuntime().halt(ExitCode.DONE);
            });
    Runtime.getRuntime().addShutdownHook(end);
    int told = pg.finish(new SandboxReport(sandbox, payments(sandbox.buyer()), pg.terminal()));
    if (told == ExitCode.DONE) {
      new CountDownLatch(1).await();
    }
    // Nobody knows the addresses and keys.
    Runtime.getRuntime().removeShutdownHook(end);
    sandbox.close();
    return told;
  }

  private Sandbox start() {
    URI toIamport = iamportWebhooks == null ? null : URI.create(iamportWebhooks);
    URI toToss = tossWebhooks == null ? null : URI.create(tossWebhooks);
    URI toPortOne = portOneWebhooks == null ? null : URI.create(portOneWebhooks);
    Sandbox sandbox = null;
    boolean isReady = false;
    try {
      sandbox =
          Sandbox.builder()
              .iamportPort(iamportPort)
              .tossPort(tossPort)
              .portOnePort(portOnePort)
              .windowPort(windowPort)
              .controls(true)
              .start();
      sandbox.windowUrl();
      if (toIamport != null) {
        sandbox.iamport().sendWebhooksTo(toIamport);
      }
      if (toToss != null) {
        sandbox.toss().sendWebhooksTo(toToss);
      }
      if (toPortOne != null) {
        sandbox.portOne().sendWebhooksTo(toPortOne);
      }
      isReady = true;
      return sandbox;
    } catch (UncheckedIOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } finally {
      if (sandbox != null && !isReady) {
        sandbox.close();
      }
    }
  }

  private static List<SamplePayment> payments(Buyer buyer) {
    Money price = Money.krw(15_000);
    return List.of(
        new SamplePayment(
            Gateway.IAMPORT, "paid by card", buyer.onIamport().pay(OrderId.random(), price)),
        new SamplePayment(
            Gateway.IAMPORT,
            "virtual account, waiting for its deposit",
            buyer.onIamport().chooseVirtualAccount(OrderId.random(), price)),
        new SamplePayment(
            Gateway.TOSS,
            "authenticated, to be confirmed within 10 minutes",
            buyer.onToss().authenticate(OrderId.random(), price)),
        new SamplePayment(
            Gateway.TOSS,
            "virtual account, to be confirmed within 10 minutes",
            buyer.onToss().chooseVirtualAccount(OrderId.random(), price)),
        new SamplePayment(
            Gateway.PORTONE, "paid by card", buyer.onPortOne().pay(OrderId.random(), price)),
        manualAtPortOne(buyer.onPortOne(), price));
  }

  private static SamplePayment manualAtPortOne(PortOneBuyer buyer, Money price) {
    BrowserReturn back = buyer.authenticate(OrderId.random(), price);
    return new SamplePayment(
        Gateway.PORTONE,
        "authenticated through a channel with manual confirmation, to be confirmed within 10"
            + " minutes",
        back,
        buyer.paymentToken(back));
  }

  /** A payment that exists from the start. */
  private record SamplePayment(
      Gateway gateway, String what, BrowserReturn back, @Nullable String token) {
    SamplePayment(Gateway gateway, String what, BrowserReturn back) {
      this(gateway, what, back, null);
    }

    Map<String, @Nullable Object> json() {
      return JsonLine.object(
          "gateway", gateway.id(),
          "orderId", back.orderId(),
          "paymentId", back.paymentId(),
          "amount", back.amount().toPlainString(),
          "currency", back.amount().currency(),
          "what", what,
          "paymentToken", token);
    }

    String confirm(Terminal terminal) {
      List<String> words =
          new ArrayList<>(
              List.of(
                  gateway.id(),
                  "confirm",
                  "--payment-id",
                  back.paymentId().value(),
                  "--order-id",
                  back.orderId().value(),
                  "--amount",
                  back.amount().toPlainString()));
      if (token != null) {
        words.addAll(List.of("--payment-token", token));
      }
      return terminal.line(words);
    }
  }

  private record SandboxReport(Sandbox sandbox, List<SamplePayment> payments, Terminal terminal)
      implements Report {
    private static final String ORDER = "{\"orderId\":\"order_9001\",\"amount\":15000}";
    private static final String LOST_ANSWER =
        "{\"fault\":\"answer-lost\",\"method\":\"POST\",\"path\":\"/v1/payments/confirm\"}";

    @Override
    public int exitCode() {
      return ExitCode.DONE;
    }

    @Override
    public Map<String, @Nullable Object> json() {
      return JsonLine.object(
          "iamport",
          JsonLine.object(
              "base_url", sandbox.iamportUrl(),
              "control_url", controls(sandbox.iamportUrl()),
              "iamport_key", sandbox.iamportKey(),
              "iamport_secret", sandbox.iamportSecret(),
              "script_url", sandbox.iamportScriptUrl(),
              "user_code", sandbox.iamportUserCode()),
          "toss",
          JsonLine.object(
              "base_url", sandbox.tossUrl(),
              "control_url", controls(sandbox.tossUrl()),
              "secret_key", sandbox.tossSecretKey(),
              "script_url", sandbox.tossScriptUrl(),
              "script_url_v1", sandbox.tossV1ScriptUrl(),
              "client_key", sandbox.tossClientKey(),
              "widget_secret_key", sandbox.tossWidgetSecretKey(),
              "widget_client_key", sandbox.tossWidgetClientKey()),
          "portone",
          JsonLine.object(
              "base_url", sandbox.portOneUrl(),
              "control_url", controls(sandbox.portOneUrl()),
              "api_secret", sandbox.portOneApiSecret(),
              "webhook_secret", sandbox.portOneWebhookSecret(),
              "script_url", sandbox.portOneScriptUrl(),
              "store_id", sandbox.portOneStoreId(),
              "channel_key", sandbox.portOneChannelKey(),
              "manual_channel_key", sandbox.portOneManualChannelKey(),
              "test_channel_key", sandbox.portOneTestChannelKey()),
          "bank_url",
          sandbox.bankUrl(),
          "payments",
          payments.stream().map(SamplePayment::json).toList());
    }

    @Override
    public void print(Page page) {
      page.line(Page.Tone.GOOD, "The simulated gateways are running. Ctrl-C stops them.")
          .value("Iamport", sandbox.iamportUrl())
          .value("Toss Payments", sandbox.tossUrl())
          .value("PortOne V2", sandbox.portOneUrl())
          .gap()
          .text("In your shop's page, load these scripts, with these keys: docs/checkout.md")
          .value("Iamport", sandbox.iamportScriptUrl())
          .value("user code", sandbox.iamportUserCode())
          .value("Toss v2", sandbox.tossScriptUrl())
          .value("Toss v1", sandbox.tossV1ScriptUrl())
          .value("client key", sandbox.tossClientKey())
          .value("of the widget", sandbox.tossWidgetClientKey())
          .value("PortOne V2", sandbox.portOneScriptUrl())
          .value("store id", sandbox.portOneStoreId())
          .value("channel key", sandbox.portOneChannelKey())
          .value("manual confirm", sandbox.portOneManualChannelKey())
          .value("webhook secret", sandbox.portOneWebhookSecret())
          .value("the buyers' bank", sandbox.bankUrl())
          .gap()
          .text("First set these in another terminal:")
          .command("export IAMPORT_BASE_URL=" + sandbox.iamportUrl())
          .command("export IAMPORT_API_KEY=" + sandbox.iamportKey())
          .command("export IAMPORT_API_SECRET=" + sandbox.iamportSecret())
          .command("export TOSS_BASE_URL=" + sandbox.tossUrl())
          .command("export TOSS_SECRET_KEY=" + sandbox.tossSecretKey())
          .command("export PORTONE_BASE_URL=" + sandbox.portOneUrl())
          .command("export PORTONE_API_SECRET=" + sandbox.portOneApiSecret())
          .gap()
          .text("Payments that are there. Confirm one, then try find and cancel:");
      for (SamplePayment payment : payments) {
        page.text(payment.gateway().displayName() + ": " + payment.what())
            .command(payment.confirm(terminal));
      }
      page.text(
              "The two at Toss and the last one expire after 10 minutes. To make new ones, see below.")
          .gap()
          .text("To pay an order of your own, as its buyer:")
          .command(curl(sandbox.iamportUrl(), "/buyer/pay", ORDER))
          .command(curl(sandbox.tossUrl(), "/buyer/authenticate", ORDER))
          .command(curl(sandbox.portOneUrl(), "/buyer/pay", ORDER))
          .text("To lose the response to the next confirm; to let 10 minutes pass:")
          .command(curl(sandbox.tossUrl(), "/faults", LOST_ANSWER))
          .command(curl(sandbox.tossUrl(), "/clock", "{\"advance\":\"PT10M\"}"))
          .text("Everything a buyer can do and every fault, listed by each gateway:")
          .command("curl " + controls(sandbox.iamportUrl()))
          .command("curl " + controls(sandbox.tossUrl()))
          .command("curl " + controls(sandbox.portOneUrl()));
    }

    private static String curl(String baseUrl, String path, String body) {
      return "curl -d '" + body + "' " + controls(baseUrl) + path;
    }

    private static String controls(String baseUrl) {
      return baseUrl + "/sandbox";
    }
  }
}
