package kr.pgsdk.examples.shop;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * One of the shop's endpoints, as its controller maps it.
 *
 * @param parameters those of its query or form
 */
record Endpoint(String method, String path, List<Parameter> parameters) {
  /** A value for each parameter of the shop that a good request may have. */
  private static final Map<String, String> GOOD =
      Map.ofEntries(
          Map.entry("product", "sejak"),
          Map.entry("quantity", "1"),
          Map.entry("receiver", "김고요"),
          Map.entry("address", "하동"),
          Map.entry("spend", "0"),
          Map.entry("account", "toss"),
          Map.entry("method", "CARD"),
          Map.entry("amount", "10000"),
          Map.entry("seat", "A1"),
          Map.entry("name", "김고요"),
          Map.entry("came", "gave_up"),
          Map.entry("page", "1"),
          Map.entry("reason", "이가 나간 잔"),
          Map.entry("refund", "r1"),
          Map.entry("outcome", "DONE"),
          Map.entry("note", "봤습니다"),
          Map.entry("order", "o1"),
          Map.entry("payment", "p1"),
          Map.entry("day", "2026-01-01"));

  /** Parameters that may be any line of text: a script is shown as what it is. */
  private static final Set<String> TEXTS = Set.of("receiver", "address", "name", "reason", "note");

  /** A parameter of a query or form. */
  record Parameter(String name, boolean required) {
    boolean isText() {
      return TEXTS.contains(name);
    }
  }

  /** A field of a request. */
  record Pair(String name, String value) {}

  /** All of them, as the controllers map them. */
  static List<Endpoint> all(RequestMappingHandlerMapping mappings) {
    return mappings.getHandlerMethods().entrySet().stream()
        .filter(one -> one.getValue().getBeanType().getName().startsWith("kr.pgsdk."))
        .flatMap(one -> of(one.getKey(), one.getValue()))
        .toList();
  }

  private static Stream<Endpoint> of(RequestMappingInfo info, HandlerMethod handler) {
    List<Parameter> parameters = new ArrayList<>();
    for (java.lang.reflect.Parameter one : handler.getMethod().getParameters()) {
      RequestParam annotation = one.getAnnotation(RequestParam.class);
      if (annotation != null) {
        String name = annotation.name().isEmpty() ? one.getName() : annotation.name();
        boolean optional = !annotation.defaultValue().equals(ValueConstants.DEFAULT_NONE);
        parameters.add(new Parameter(name, annotation.required() && !optional));
      }
    }
    return info.getMethodsCondition().getMethods().stream()
        .map(RequestMethod::name)
        .flatMap(
            method ->
                info.getPatternValues().stream()
                    .map(path -> new Endpoint(method, path, List.copyOf(parameters))));
  }

  static String good(String parameter) {
    String value = GOOD.get(parameter);
    if (value == null) {
      throw new AssertionError("give " + parameter + " a good value here");
    }
    return value;
  }

  List<Pair> goodFields() {
    return parameters.stream().map(one -> new Pair(one.name(), good(one.name()))).toList();
  }

  /** Fields that a browser could bring back for an order, and no gateway does. */
  static List<List<Pair>> oddReturns(String order) {
    String script = "<script>alert(1)</script>";
    String huge = "9".repeat(2_000);
    return List.of(
        List.of(),
        fields("orderId", order),
        fields("imp_uid", "imp_1", "merchant_uid", order + order),
        fields("paymentKey", script, "orderId", script, "amount", "1"),
        fields("paymentId", order, "txId", script, "paymentToken", huge, "code", script),
        fields("paymentKey", huge, "orderId", huge, "amount", huge),
        fields("imp_uid", "imp_1", "imp_uid", "imp_2", "amount", "-1"));
  }

  private static List<Pair> fields(String... texts) {
    List<Pair> fields = new ArrayList<>();
    for (int i = 0; i < texts.length; i += 2) {
      fields.add(new Pair(texts[i], texts[i + 1]));
    }
    return fields;
  }

  boolean isPost() {
    return method.equals("POST");
  }

  boolean isOperators() {
    return path.equals("/operator") || path.startsWith("/operator/");
  }

  /** Whether gateways and returning browsers call it: the starter's own. */
  boolean isOfGateways() {
    return path.startsWith("/pg/");
  }

  boolean hasPathVariable() {
    return path.contains("{");
  }

  /** What there is at this path: a gathering, or a buyer's order. */
  String knownId(String order) {
    return path.startsWith("/gatherings/") ? "evening" : order;
  }

  String filled(String id) {
    return path.replaceAll("\\{[a-z]+}", id);
  }

  HttpResponse<String> send(Visitor visitor, List<Pair> fields, String id)
      throws IOException, InterruptedException {
    String form = form(fields);
    return isPost()
        ? visitor.postForm(filled(id), form)
        : visitor.get(filled(id) + (form.isEmpty() ? "" : "?" + form));
  }

  @Override
  public String toString() {
    return method + " " + path;
  }

  static String form(List<Pair> fields) {
    return Visitor.form(
        fields.stream()
            .flatMap(pair -> Stream.of(pair.name(), pair.value()))
            .toArray(String[]::new));
  }
}
