package kr.pgsdk.examples.cli;

import java.util.List;
import java.util.Map;
import kr.pgsdk.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;

/** Where the simulated gateways are, with which keys, and what can be tried on them. */
record SandboxReport(Sandbox sandbox, List<SamplePayment> payments, Terminal terminal)
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
