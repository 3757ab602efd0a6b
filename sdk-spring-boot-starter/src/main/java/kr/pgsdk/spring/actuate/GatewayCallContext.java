package kr.pgsdk.spring.actuate;

import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** A call of a gateway under observation; a tracer puts its headers here when the call begins. */
final class GatewayCallContext extends SenderContext<Map<String, String>> {
  GatewayCallContext(String gateway) {
    super((headers, name, value) -> headers.put(name, value), Kind.CLIENT);
    setCarrier(new LinkedHashMap<>());
    setRemoteServiceName(gateway);
  }

  Map<String, String> headers() {
    Map<String, String> carrier = getCarrier();
    return carrier == null ? Map.of() : carrier;
  }
}
