package kr.pgsdk.sandbox.history;

import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.ChargeRequest;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.PaymentLookup;

/** What a call asks for. */
sealed interface Asked {
  /** The payment it is about, by its place in the plan. */
  int payment();

  /** A confirm. */
  record Confirm(int payment, ConfirmRequest request) implements Asked {
    @Override
    public String toString() {
      return "confirm(payment "
          + payment
          + ", "
          + request.orderId()
          + ", "
          + request.money()
          + ", "
          + request.onMismatch()
          + ")";
    }
  }

  /** A cancel. */
  record Cancel(Refund refund, CancelRequest request) implements Asked {
    @Override
    public int payment() {
      return refund.payment;
    }

    @Override
    public String toString() {
      return "cancel(payment "
          + payment()
          + ", refund "
          + refund.number
          + " of "
          + request.amount().map(Object::toString).orElse("all")
          + ")";
    }
  }

  /** A find. */
  record Find(int payment, PaymentLookup lookup) implements Asked {
    @Override
    public String toString() {
      return "find(payment " + payment + (lookup.orderId().isPresent() ? " by order)" : ")");
    }
  }

  /** A charge of a billing key. */
  record Charge(ChargeRequest request) implements Asked {
    @Override
    public int payment() {
      return 0;
    }
  }

  /** A verb of durable payments, which may call the gateway for several things. */
  record Durable(String verb) implements Asked {
    @Override
    public int payment() {
      return 0;
    }
  }

  /** A getToken. */
  record Token(int payment) implements Asked {
    @Override
    public String toString() {
      return "getToken()";
    }
  }
}
