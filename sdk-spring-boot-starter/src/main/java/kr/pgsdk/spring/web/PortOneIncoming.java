package kr.pgsdk.spring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.SourceAddresses;
import kr.pgsdk.core.webhook.UntrustedReturn;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.portone.webhook.PortOneRedirect;
import kr.pgsdk.portone.webhook.PortOneWebhook;
import kr.pgsdk.portone.webhook.PortOneWebhookSecret;

/** From PortOne V2: signed webhooks, a redirect, or what the page's script was answered. */
final class PortOneIncoming implements Incoming {
  private final List<PortOneWebhookSecret> secrets;

  PortOneIncoming(List<PortOneWebhookSecret> secrets) {
    this.secrets = secrets;
  }

  @Override
  public SourceAddresses sources() {
    return PortOneWebhook.SOURCE_ADDRESSES;
  }

  /** A wrong signature is refused; without a secret of the shop's none is asked for. */
  @Override
  public Webhook webhook(WebhookRequest request, Clock clock) {
    PortOneWebhook webhook = PortOneWebhook.read(request);
    return new Webhook(
        secrets.isEmpty()
            ? webhook.payment().orElse(null)
            : webhook.verify(secrets, clock).payment().orElse(null),
        null);
  }

  @Override
  public UntrustedReturn back(HttpServletRequest request) throws IOException {
    return request.getMethod().equals("POST")
        ? PortOneRedirect.readCallback(RawBody.of(request)).toReturn()
        : PortOneRedirect.read(Parameters.ofQuery(request.getQueryString())).toReturn();
  }
}
