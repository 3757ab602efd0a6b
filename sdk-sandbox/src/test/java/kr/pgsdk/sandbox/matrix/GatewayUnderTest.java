package kr.pgsdk.sandbox.matrix;

import java.util.List;
import java.util.function.Predicate;
import kr.pgsdk.core.BillingGateway;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.portone.PortOneGateway;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Gateways;
import kr.pgsdk.sandbox.JournalEntry;
import kr.pgsdk.sandbox.PortOneBuyer;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxGateway;
import kr.pgsdk.toss.TossGateway;
import org.jspecify.annotations.Nullable;

/** What differs between the gateways for the matrix. */
enum GatewayUnderTest {
  IAMPORT("Iamport") {
    @Override
    SandboxGateway server(Sandbox sandbox) {
      return sandbox.iamport();
    }

    @Override
    PaymentGateway open(Sandbox sandbox, HttpOptions http) {
      return Gateways.iamport(sandbox).channelKey("channel-key-sandbox").http(http).build();
    }

    @Override
    BillingGateway billing(PaymentGateway gateway) {
      return ((IamportGateway) gateway).billing();
    }

    @Override
    Checkout checkout(Sandbox sandbox, OrderId orderId) {
      return new Checkout(sandbox.buyer().onIamport().pay(orderId, Verb.PRICE).paymentId(), null);
    }

    @Override
    boolean capturesOn(Verb verb) {
      return verb == Verb.CHARGE;
    }

    @Override
    boolean sends(Verb verb) {
      return true;
    }

    @Override
    List<String> secrets(Sandbox sandbox) {
      return List.of(sandbox.iamportKey(), sandbox.iamportSecret());
    }

    @Override
    String name(String method, String path) {
      if (path.equals("/users/getToken")) {
        return "getToken";
      } else if (path.equals("/payments/cancel")) {
        return "cancel";
      } else if (path.equals("/subscribe/payments/again")) {
        return "charge";
      } else if (path.startsWith("/payments/prepare")) {
        return method.equals("POST") ? "prepare" : method + " prepare";
      }
      return "lookup";
    }

    @Override
    String decisive(Verb verb) {
      return switch (verb) {
        case GET_TOKEN -> "getToken";
        case PREPARE -> "prepare";
        case FIND_BY_ID, FIND_BY_ORDER, CONFIRM -> "lookup";
        case CANCEL_FULL, CANCEL_PART -> "cancel";
        case CHARGE -> "charge";
      };
    }
  },

  TOSS("Toss") {
    @Override
    SandboxGateway server(Sandbox sandbox) {
      return sandbox.toss();
    }

    @Override
    PaymentGateway open(Sandbox sandbox, HttpOptions http) {
      return Gateways.toss(sandbox).http(http).build();
    }

    @Override
    BillingGateway billing(PaymentGateway gateway) {
      return ((TossGateway) gateway).billing();
    }

    @Override
    Checkout checkout(Sandbox sandbox, OrderId orderId) {
      return new Checkout(
          sandbox.buyer().onToss().authenticate(orderId, Verb.PRICE).paymentId(), null);
    }

    @Override
    boolean capturesOn(Verb verb) {
      return verb == Verb.CONFIRM || verb == Verb.CHARGE;
    }

    @Override
    boolean sends(Verb verb) {
      return verb != Verb.GET_TOKEN && verb != Verb.PREPARE;
    }

    @Override
    List<String> secrets(Sandbox sandbox) {
      return List.of(sandbox.tossSecretKey());
    }

    @Override
    String name(String method, String path) {
      if (method.equals("GET")) {
        return "lookup";
      }
      if (path.startsWith("/v1/billing/")) {
        return "charge";
      }
      return path.endsWith("/confirm") ? "confirm" : "cancel";
    }

    @Override
    String decisive(Verb verb) {
      return switch (verb) {
        case CONFIRM -> "confirm";
        case CANCEL_FULL, CANCEL_PART -> "cancel";
        case CHARGE -> "charge";
        default -> "lookup";
      };
    }
  },

  PORTONE("PortOne V2") {
    @Override
    SandboxGateway server(Sandbox sandbox) {
      return sandbox.portOne();
    }

    @Override
    PaymentGateway open(Sandbox sandbox, HttpOptions http) {
      return Gateways.portOne(sandbox).http(http).build();
    }

    @Override
    BillingGateway billing(PaymentGateway gateway) {
      return ((PortOneGateway) gateway).billing();
    }

    @Override
    Checkout checkout(Sandbox sandbox, OrderId orderId) {
      PortOneBuyer buyer = sandbox.buyer().onPortOne();
      BrowserReturn back = buyer.authenticate(orderId, Verb.PRICE);
      return new Checkout(back.paymentId(), buyer.paymentToken(back));
    }

    @Override
    boolean capturesOn(Verb verb) {
      return verb == Verb.CONFIRM || verb == Verb.CHARGE;
    }

    @Override
    boolean sends(Verb verb) {
      return verb != Verb.GET_TOKEN;
    }

    @Override
    List<String> secrets(Sandbox sandbox) {
      return List.of(sandbox.portOneApiSecret());
    }

    @Override
    String name(String method, String path) {
      if (method.equals("GET")) {
        return path.equals("/payments") ? "search" : "lookup";
      }
      if (path.endsWith("/pre-register")) {
        return "prepare";
      }
      if (path.endsWith("/billing-key")) {
        return "charge";
      }
      return path.endsWith("/confirm") ? "confirm" : "cancel";
    }

    @Override
    String decisive(Verb verb) {
      return switch (verb) {
        case PREPARE -> "prepare";
        case CONFIRM -> "confirm";
        case CANCEL_FULL, CANCEL_PART -> "cancel";
        case CHARGE -> "charge";
        case FIND_BY_ID -> "search";
        case FIND_BY_ORDER, GET_TOKEN -> "lookup";
      };
    }

    @Override
    String before(Verb verb) {
      return verb == Verb.CHARGE ? "lookup" : "search";
    }
  };

  /**
   * What the browser brings back.
   *
   * @param token what a confirm at PortOne's channels with manual confirm needs; null elsewhere
   */
  record Checkout(PaymentId paymentId, @Nullable String token) {}

  final String words;

  GatewayUnderTest(String words) {
    this.words = words;
  }

  abstract SandboxGateway server(Sandbox sandbox);

  abstract PaymentGateway open(Sandbox sandbox, HttpOptions http);

  abstract BillingGateway billing(PaymentGateway gateway);

  /** The buyer does all that is theirs to do. */
  abstract Checkout checkout(Sandbox sandbox, OrderId orderId);

  /** Whether this verb takes the buyer's money. */
  abstract boolean capturesOn(Verb verb);

  /** Whether this verb sends anything at all. */
  abstract boolean sends(Verb verb);

  /** What must never be seen. */
  abstract List<String> secrets(Sandbox sandbox);

  /** What a request is called on the page. */
  abstract String name(String method, String path);

  /** The request that a verb is about, by that name. */
  abstract String decisive(Verb verb);

  /** The request that comes before a cancel or a charge, by that name. */
  String before(Verb verb) {
    return "lookup";
  }

  /** Whether a call repeats what moves money, under the same key. */
  boolean repeatsMoney() {
    return this != IAMPORT;
  }

  boolean movesMoney(Verb verb) {
    return capturesOn(verb) || verb.isCancel();
  }

  String name(JournalEntry request) {
    return name(request.method(), request.path());
  }

  Predicate<String> hitBy(Timing timing, Verb verb) {
    return switch (timing) {
      case ONCE, FROM_THEN_ON, REPETITION, REPETITIONS, AGAIN_AT_ONCE, AGAIN_LATER, OTHER_REFUND ->
          decisive(verb)::equals;
      case TOKEN -> "getToken"::equals;
      case LOOKUP_BEFORE -> before(verb)::equals;
    };
  }
}
