package kr.pgsdk.sandbox;

import java.util.List;
import java.util.stream.Collectors;

/** The control door described on one page of plain text, for people. */
final class ControlPage {
  private ControlPage() {}

  /** Returns the page for a server that listens at {@code url}. */
  static String of(String gateway, List<BuyerAction> actions, String url) {
    String root = url + Controls.ROOT;
    return """
        The sandbox's %s, %s

        The real one has none of the paths below. They take no credential, no fault hits them, and the
        journal leaves them out.

        POST /sandbox/buyer/ACTION
          The buyer acts. The body is a JSON object of what stands beside ACTION; an amount is in KRW
          unless there is a "currency" too. The answer is what the browser brings back to the shop:
          {"paymentId","orderId","amount","currency","query"}, unless it says otherwise; "query" is
          that of the redirect.

        %s

        POST /sandbox/webhooks
          {"paymentId":"...","url":"http://localhost:8080/hook"} sends the webhooks the gateway sends
          about the payment as it stands now, once, and says what was "answered". Without "url" they
          are only shown: {"webhooks":[{"headers","body"}]}
          {"sendTo":"http://localhost:8080/hook"} sends them there by itself from now on: after each
          change that the gateway tells of, once.

        POST /sandbox/clock
          {"advance":"PT10M"} lets time pass at once, at all gateways: for tokens, checkout windows,
          idempotency keys, due dates and scheduled payments.

        POST /sandbox/faults
          {"fault":"status","status":503,"method":"POST","path":"/","times":1} lets something go wrong
          with the next requests to this gateway that have this method and a path that starts so. All
          but "fault" may be left out; "status" may come with "retryAfter", in seconds.

        %s

        DELETE /sandbox/faults
          Nothing goes wrong any more, and requests that are held go on. The answer says how many were
          hit.

        What can't be done is answered {"error":"why"}: 400 for a wrong body, 404 for a wrong path, 409
        if the payment isn't in a state for it.

          curl -d '{"orderId":"order_9001","amount":15000}' %s/buyer/%s
          curl -d '{"advance":"PT10M"}' %s/clock
          curl -d '{"fault":"answer-lost","method":"POST"}' %s/faults
          curl -X DELETE %s/faults
        """
        .formatted(
            gateway,
            url,
            actions(actions),
            faults(),
            root,
            actions.get(0).name(),
            root,
            root,
            root);
  }

  private static String actions(List<BuyerAction> actions) {
    return actions.stream().map(ControlPage::lines).collect(Collectors.joining("\n"));
  }

  private static String lines(BuyerAction action) {
    String needed =
        action.fields().stream()
            .filter(field -> !field.equals("currency"))
            .collect(Collectors.joining(", "));
    return "  %-40s%s\n      %s".formatted(action.name(), needed, action.does());
  }

  private static String faults() {
    return FaultKind.overHttp().stream()
        .map(kind -> "  %-24s%s".formatted(kind.word(), kind.does()))
        .collect(Collectors.joining("\n"));
  }
}
