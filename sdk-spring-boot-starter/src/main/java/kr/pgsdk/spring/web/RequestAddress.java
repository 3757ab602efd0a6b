package kr.pgsdk.spring.web;

import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.spring.ReturnAddress;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The endpoint of returns, at the address by which this request came. It names the order, for Toss
 * doesn't when the buyer gives up.
 */
final class RequestAddress implements ReturnAddress {
  private final ReturnProperties properties;

  RequestAddress(ReturnProperties properties) {
    this.properties = properties;
  }

  @Override
  public Optional<String> of(String merchant, OrderId orderId) {
    return base()
        .map(
            base ->
                base.path(properties.path())
                    .pathSegment(merchant)
                    .queryParam(TossIncoming.ORDER, "{orderId}")
                    .encode()
                    .buildAndExpand(orderId.value())
                    .toUriString());
  }

  private Optional<UriComponentsBuilder> base() {
    if (properties.baseUrl() != null) {
      return Optional.of(UriComponentsBuilder.fromUriString(properties.baseUrl()));
    }
    return RequestContextHolder.getRequestAttributes() == null
        ? Optional.empty()
        : Optional.of(ServletUriComponentsBuilder.fromCurrentServletMapping());
  }
}
