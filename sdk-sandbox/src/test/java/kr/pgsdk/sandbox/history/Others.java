package kr.pgsdk.sandbox.history;

import java.util.regex.Pattern;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.wire.WireRequest;
import kr.pgsdk.sandbox.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/** Which answer of another request may come in place of the true one. */
final class Others {
  private Others() {}

  /**
   * The path of a lookup whose answer it is: of the same payment for a request that moves money, of
   * another one for a lookup, and now and then for a confirm. Null if there is none.
   */
  static @Nullable String lookup(Gateway gateway, Call call, WireRequest request) {
    boolean isLookup = request.method().equals("GET");
    boolean confirm = call.asked instanceof Asked.Confirm;
    boolean strange = isLookup || (confirm && call.strange != null && call.number % 2 == 0);
    HistoryRun.Paid paid = strange ? call.strange : call.own;
    if (paid == null || call.own == null) {
      return null;
    }
    return switch (gateway) {
      case IAMPORT -> "/payments/" + paid.id();
      case TOSS -> "/v1/payments/" + paid.id();
      // A search is answered by a search.
      case PORTONE ->
          isLookup
              ? request
                  .target()
                  .replace(call.own.id().value(), paid.id().value())
                  .replace(call.own.order().value(), paid.order().value())
              : "/payments/" + paid.order();
    };
  }

  /**
   * Whether anybody could tell it from the true answer. Nobody could if it refuses, shows that all
   * is cancelled, or a row of the asked amount that carries no reference.
   */
  static boolean mayBeTold(Plan plan, Call call, boolean isLookup, WireResponse other) {
    if (isLookup) {
      return true;
    }
    if (other.status() != 200) {
      return false;
    }
    if (!(call.asked instanceof Asked.Cancel cancel)) {
      return true;
    }
    String body = other.body();
    boolean noReferences =
        plan.switches().contains(Switch.IAMPORT_DROPS_REASONS)
            || plan.switches().contains(Switch.IAMPORT_REPLACES_REASONS)
            || plan.switches().contains(Switch.IAMPORT_CUTS_REASONS);
    boolean hasRows = body.contains("\"cancels\":[{") || body.contains("\"cancel_history\":[{");
    if (cancel.request().amount().isEmpty()) {
      return !hasRows;
    }
    return !hasRows || (!noReferences && !CONSOLE.matcher(body).find());
  }

  /** A row that an operator has made, as both gateways write it. */
  private static final Pattern CONSOLE =
      Pattern.compile("관리자|\\\\uad00\\\\ub9ac\\\\uc790", Pattern.CASE_INSENSITIVE);
}
