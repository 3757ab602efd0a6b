package kr.pgsdk.sandbox.matrix;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Cancellation.AlreadyCancelled;
import kr.pgsdk.core.Cancellation.Cancelled;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.sandbox.JournalEntry;
import kr.pgsdk.sandbox.Ledger;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.SandboxInternals;
import kr.pgsdk.sandbox.matrix.FaultCase.Chapter;
import org.jspecify.annotations.Nullable;

/**
 * What must be true of every cell, whatever the page says: so that nobody can bless a wrong page.
 * What is said about a request is held against what that request's own sendings moved. That a
 * refund of the amount is in the ledger proves nothing: it may be somebody else's.
 */
final class Invariants {
  /** The promise is 100 ms; what is stalled is held for minutes, so that only a hang takes this. */
  private static final Duration OVERRUN = Duration.ofSeconds(20);

  /** Words of bodies that must not be quoted; the last is the start of an answer in hexadecimal. */
  private static final List<String> OF_BODIES =
      List.of("cancel_amount", "totalAmount", "<html", "filler", "and one more", "7b22");

  /** Words of contradictions in which a refund isn't finished. */
  private static final List<String> REFUND_OPEN =
      List.of("under way", "refundStatus PENDING", "refundStatus FAILED");

  /** The names of the requests that move money. */
  private static final Set<String> MONEY = Set.of("confirm", "cancel", "charge");

  private final Cell cell;
  private final Given given;
  private final List<JournalEntry> sent;
  private final Duration took;
  private final List<String> broken = new ArrayList<>();

  Invariants(Cell cell, Given given, List<JournalEntry> sent, Duration took) {
    this.cell = cell;
    this.given = given;
    this.sent = sent;
    this.took = took;
  }

  List<String> broken() {
    return List.copyOf(broken);
  }

  void require(boolean kept, String rule) {
    if (!kept) {
      broken.add(rule);
    }
  }

  private Ledger ledger() {
    return SandboxInternals.ledger(cell.gateway().server(given.sandbox()), given.orderId());
  }

  /** What the requests of the call under test have moved, those of every time it was called. */
  private List<LedgerEntry> own(LedgerEntry.Kind kind) {
    Set<Long> ids =
        cell.gateway().server(given.sandbox()).journal().entries().stream()
            .filter(request -> !OtherRefund.sent(request))
            .map(JournalEntry::id)
            .collect(Collectors.toSet());
    return ledger().entries().stream()
        .filter(entry -> entry.kind() == kind && ids.contains(entry.requestId()))
        .toList();
  }

  private int moves() {
    boolean captures = cell.gateway().capturesOn(cell.verb());
    return own(captures ? LedgerEntry.Kind.CAPTURE : LedgerEntry.Kind.REFUND).size();
  }

  private Money asked() {
    return cell.verb() == Verb.CANCEL_PART ? Verb.PART : Verb.PRICE;
  }

  /** Compares the outcome with wire and ledger, after all that was held has been done. */
  void check(@Nullable Object value, @Nullable Throwable thrown) {
    Duration deadline = Duration.ofMillis(cell.faultCase().limit().deadlineMillis);
    require(took.minus(deadline).compareTo(OVERRUN) < 0, "it outlived its deadline: " + took);
    require(cell.gateway().sends(cell.verb()) || sent.isEmpty(), "it sent something");
    moneyIsSentOnce();
    require(ledger().captures() <= 1, "captured more than once");
    if (cell.gateway().movesMoney(cell.verb())) {
      require(moves() <= 1, "moved more than once");
    }
    if (thrown != null) {
      checkThrown(thrown);
    } else {
      checkValue(value);
    }
  }

  private void moneyIsSentOnce() {
    List<JournalEntry> posts =
        sent.stream().filter(request -> MONEY.contains(cell.gateway().name(request))).toList();
    if (cell.gateway() == GatewayUnderTest.IAMPORT) {
      int refused = cell.faultCase().words().startsWith("401") ? 2 : 1;
      int allowed =
          switch (cell.timing()) {
            case AGAIN_AT_ONCE -> 1;
            case AGAIN_LATER -> 1 + refused;
            default -> refused;
          };
      require(posts.size() <= allowed, "at Iamport it was sent " + posts.size() + " times");
      require(
          posts.stream()
              .filter(post -> cell.gateway().name(post).equals("cancel"))
              .allMatch(post -> post.body().isEmpty() || post.body().contains("\"checksum\":")),
          "an Iamport cancel without checksum");
      return;
    }
    Set<String> keys =
        posts.stream()
            .map(post -> post.header("Idempotency-Key").orElse("none"))
            .collect(Collectors.toSet());
    require(!keys.contains("none"), "a POST without a key");
    // Only a refusal that was given and that leaves doubt (400 PROVIDER_ERROR) asks for a next key.
    boolean nextAttempt =
        cell.gateway() == GatewayUnderTest.TOSS
            && cell.verb() == Verb.CONFIRM
            && cell.faultCase().words().equals("400");
    // After a doubt minutes ago nothing can be under way any more.
    boolean afterAll = cell.timing() == Timing.AGAIN_LATER;
    require(keys.size() <= 1 || nextAttempt || afterAll, "a POST under several keys");
  }

  private void checkThrown(Throwable thrown) {
    require(thrown instanceof PaymentException, "not a PaymentException");
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    List<String> secrets = new ArrayList<>(cell.gateway().secrets(given.sandbox()));
    if (given.billingKey() != null) {
      secrets.add(given.billingKey().value());
    }
    for (String secret : secrets) {
      require(!trace.toString().contains(secret), "the exception shows a secret");
    }
    for (String word : OF_BODIES) {
      require(!trace.toString().contains(word), "the exception quotes a body: " + word);
    }
    if (cell.gateway().movesMoney(cell.verb())) {
      require(!(thrown instanceof MalformedResponseException), "malformed, from a money call");
      if (thrown instanceof OutcomeUnknownException unknown) {
        PaymentLookup lookup =
            cell.verb() == Verb.CHARGE
                ? PaymentLookup.byOrderId(given.orderId())
                : PaymentLookup.byPaymentId(given.paymentId());
        require(lookup.equals(unknown.lookup()), "in doubt without its lookup");
        require(
            unknown.pendingCancel().isPresent() == cell.verb().isCancel(),
            "in doubt without the request to hand in again");
      } else {
        require(moves() == 0, "it says that nothing was done, and money moved");
      }
    }
    List<Long> ids = sent.stream().map(JournalEntry::id).toList();
    boolean moved = ledger().entries().stream().map(LedgerEntry::requestId).anyMatch(ids::contains);
    require(
        cell.gateway().movesMoney(cell.verb()) || !moved, "a call that moves no money moved some");
  }

  private void checkValue(@Nullable Object value) {
    Ledger ledger = ledger();
    checkContradiction(value);
    if (value instanceof Confirmed confirmed) {
      require(ledger.captures() == 1 && ledger.refunds() == 0, "Confirmed, and not paid");
      require(
          confirmed.capture() != Confirmed.Capture.BY_THIS_CALL || moves() == 1,
          "said to be captured by this call, and it is not");
    } else if (value instanceof NotConfirmed refused) {
      boolean held = !ledger.captured().equals(ledger.refunded());
      require(
          refused.moneyHeld() == MoneyHeld.UNKNOWN
              || held == (refused.moneyHeld() == MoneyHeld.YES),
          "wrong about the money held");
      boolean declined = refused.reason() == Reason.REFUSED || refused.reason() == Reason.FAILED;
      require(!declined || ledger.captures() == 0, "said to be declined, and it was captured");
    } else if (value instanceof Cancellation cancellation) {
      checkCancellation(cancellation);
    }
  }

  /** What contradicts itself is never paid; only what was answered otherwise can be. */
  private void checkContradiction(@Nullable Object value) {
    if (cell.faultCase().chapter() != Chapter.CONTRADICTS) {
      return;
    }
    boolean answeredOtherwise =
        cell.timing() == Timing.ONCE
            && sent.stream()
                    .map(cell.gateway()::name)
                    .dropWhile(name -> !name.equals(cell.gateway().decisive(cell.verb())))
                    .count()
                > 1;
    require(
        answeredOtherwise || !(value instanceof Confirmed), "Confirmed by what contradicts itself");
    boolean paid =
        value instanceof Optional<?> found
            && found.isPresent()
            && ((Payment) found.get()).status().known() == PaymentStatus.Known.PAID;
    require(answeredOtherwise || !paid, "found paid by what contradicts itself");
    boolean underWay = REFUND_OPEN.stream().anyMatch(cell.faultCase().words()::contains);
    if (value instanceof NotConfirmed refused && underWay && !answeredOtherwise) {
      require(refused.moneyHeld() == MoneyHeld.UNKNOWN, "sure of money with a refund under way");
    }
  }

  /** A part is its own refund; all is a goal, and whose refund reached it is another question. */
  private void checkCancellation(Cancellation said) {
    require(said instanceof Cancelled || said instanceof AlreadyCancelled, "pending");
    List<LedgerEntry> own = own(LedgerEntry.Kind.REFUND);
    boolean refunded = own.size() == 1 && own.get(0).amount().equals(asked());
    boolean nothingLeft = ledger().refunded().equals(Verb.PRICE);
    boolean reached = cell.verb() == Verb.CANCEL_FULL && said instanceof AlreadyCancelled;
    require(
        reached ? nothingLeft : refunded, "said to be cancelled, and its requests didn't do it");
    require(
        said.cancelledNow().isEmpty() || (refunded && said.cancelledNow().get().equals(asked())),
        "said to have cancelled " + said.cancelledNow() + " now");
  }

  /** Checks what came of the first call of two, when nothing failed any more. */
  void checkBetween(PaymentException first) {
    require(first instanceof GatewayException && moves() == 0, "called again: " + first);
  }

  /** Checks what came of calling again, when nothing failed any more. */
  void checkAfterRecovery(Object value) {
    if (cell.gateway().capturesOn(cell.verb())) {
      require(value instanceof Confirmed, "called again: " + value);
    }
    require(ledger().captures() <= 1, "captured more than once, after it was called again");
    boolean byAnother = cell.faultCase().otherRefund() != null && cell.verb() == Verb.CANCEL_FULL;
    require(
        byAnother || (cell.verb().isCancel() ? moves() == 1 : ledger().refunds() == 0),
        "called again: its requests refunded " + own(LedgerEntry.Kind.REFUND));
  }

  /**
   * A doubt that only a person can end: at Iamport a refund by an operator can't be told for sure
   * from this one, whose reason a payment company may have replaced; and a charge that was never
   * executed isn't sent again, for it may be still. Toss keeps a refusal that leaves it open (400
   * PROVIDER_ERROR) under the charge's key, and there is no other key. PortOne repeats the payment
   * company's refusal until it forgets the key.
   */
  void checkAfterDoubtAgain(OutcomeUnknownException doubt) {
    OtherRefund.Plan plan = cell.faultCase().otherRefund();
    boolean operator = plan != null && plan.who() == OtherRefund.Who.OPERATOR;
    boolean charge = cell.verb() == Verb.CHARGE;
    String words = cell.faultCase().words();
    boolean endless =
        switch (cell.gateway()) {
          case IAMPORT -> operator || charge;
          case TOSS -> charge && words.equals("400");
          case PORTONE -> words.equals("502");
        };
    require(endless, "called again, it is in doubt still: " + doubt);
    require(moves() == 0, "called again, it is in doubt, and it moved money");
  }
}
