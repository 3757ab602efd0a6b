package kr.pgsdk.spring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.SourceAddresses;
import kr.pgsdk.core.webhook.UntrustedReturn;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.iamport.webhook.IamportRedirect;
import kr.pgsdk.iamport.webhook.IamportWebhook;

/** From Iamport: a redirect on phones, a callback of the page's script elsewhere. */
final class IamportIncoming implements Incoming {
  @Override
  public SourceAddresses sources() {
    return IamportWebhook.SOURCE_ADDRESSES;
  }

  @Override
  public Webhook webhook(WebhookRequest request, Clock clock) {
    return new Webhook(IamportWebhook.read(request).payment(), null);
  }

  @Override
  public UntrustedReturn back(HttpServletRequest request) throws IOException {
    return request.getMethod().equals("POST")
        ? IamportRedirect.readCallback(RawBody.of(request)).toReturn()
        : IamportRedirect.read(Parameters.ofQuery(request.getQueryString())).toReturn();
  }
}
