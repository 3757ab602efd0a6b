package kr.pgsdk.sandbox.matrix;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Cancellation.AlreadyCancelled;
import kr.pgsdk.core.Cancellation.Cancelled;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.sandbox.JournalEntry;
import kr.pgsdk.sandbox.Ledger;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;

/**
 * What must be true of every cell, whatever the page says: so that nobody can bless a wrong page.
 */
final class Rules {
  /** The promise is 100 ms; a machine with much else to do gets more. */
  private static final Duration OVERRUN = Duration.ofSeconds(1);

  /** Words of bodies that must not be quoted; the last is the start of an answer in hexadecimal. */
  private static final List<String> OF_BODIES =
      List.of("cancel_amount", "totalAmount", "<html", "filler", "and one more", "7b22");

  private final Cell cell;
  private final Sandbox sandbox;
  private final Scene scene;
  private final List<JournalEntry> sent;
  private final Duration took;
  private final List<String> broken = new ArrayList<>();

  Rules(Cell cell, Sandbox sandbox, Scene scene, List<JournalEntry> sent, Duration took) {
    this.cell = cell;
    this.sandbox = sandbox;
    this.scene = scene;
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
    return cell.gate().server(sandbox).ledger(scene.paymentId());
  }

  private int moves() {
    return cell.gate().capturesOn(cell.verb()) ? ledger().captures() : ledger().refunds();
  }

  /** Holds the outcome against the wire and the ledger, after all that was held has been done. */
  void hold(@Nullable Object value, @Nullable Throwable thrown) {
    Duration deadline = Duration.ofMillis(cell.mishap().patience().deadlineMillis);
    require(took.minus(deadline).compareTo(OVERRUN) < 0, "it outlived its deadline: " + took);
    require(cell.gate().sends(cell.verb()) || sent.isEmpty(), "it sent something");
    moneyIsSentOnce();
    require(ledger().captures() <= 1, "captured more than once");
    if (cell.gate().movesMoney(cell.verb())) {
      require(moves() <= 1, "moved more than once");
    }
    if (thrown != null) {
      holdThrown(thrown);
    } else {
      holdValue(value);
    }
  }

  private void moneyIsSentOnce() {
    List<JournalEntry> posts =
        sent.stream()
            .filter(request -> Set.of("confirm", "cancel").contains(cell.gate().name(request)))
            .toList();
    if (cell.gate() == Gate.IAMPORT) {
      int allowed = cell.mishap().words().startsWith("401") ? 2 : 1;
      require(posts.size() <= allowed, "an Iamport cancel was sent " + posts.size() + " times");
      require(
          posts.stream()
              .allMatch(post -> post.body().isEmpty() || post.body().contains("\"checksum\":")),
          "an Iamport cancel without checksum");
      return;
    }
    Set<String> keys =
        posts.stream()
            .map(post -> post.header("Idempotency-Key").orElse("none"))
            .collect(Collectors.toSet());
    require(!keys.contains("none"), "a Toss POST without a key");
    // Only a refusal that was given and that leaves doubt (400 PROVIDER_ERROR) asks for a next key.
    boolean nextAttempt = cell.verb() == Verb.CONFIRM && cell.mishap().words().equals("400");
    require(keys.size() <= 1 || nextAttempt, "a Toss POST under several keys");
  }

  private void holdThrown(Throwable thrown) {
    require(thrown instanceof PaymentException, "not a PaymentException");
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    for (String secret : cell.gate().secrets(sandbox)) {
      require(!trace.toString().contains(secret), "the exception shows a secret");
    }
    for (String word : OF_BODIES) {
      require(!trace.toString().contains(word), "the exception quotes a body: " + word);
    }
    if (cell.gate().movesMoney(cell.verb())) {
      require(!(thrown instanceof MalformedResponseException), "malformed, from a money call");
      if (thrown instanceof OutcomeUnknownException unknown) {
        require(unknown.lookup() != null, "in doubt without a lookup");
        require(
            unknown.pendingCancel().isPresent() == cell.verb().isCancel(),
            "in doubt without the request to hand in again");
      } else {
        require(moves() == 0, "it says that nothing was done, and money moved");
      }
    }
    List<Long> ids = sent.stream().map(JournalEntry::id).toList();
    boolean moved = ledger().entries().stream().map(LedgerEntry::requestId).anyMatch(ids::contains);
    require(cell.gate().movesMoney(cell.verb()) || !moved, "a call that moves no money moved some");
  }

  private void holdValue(@Nullable Object value) {
    Ledger ledger = ledger();
    if (value instanceof Confirmed) {
      require(ledger.captures() == 1 && ledger.refunds() == 0, "Confirmed, and not paid");
    } else if (value instanceof NotConfirmed refused && refused.moneyHeld() != MoneyHeld.UNKNOWN) {
      boolean held = !ledger.captured().equals(ledger.refunded());
      require(held == (refused.moneyHeld() == MoneyHeld.YES), "wrong about the money held");
    } else if (value instanceof Cancellation) {
      require(value instanceof Cancelled || value instanceof AlreadyCancelled, "pending");
      require(ledger.refunds() == 1, "said to be cancelled, and it is not");
      require(
          ledger.refunded().equals(cell.verb() == Verb.CANCEL_PART ? Verb.PART : Verb.PRICE),
          "cancelled another amount");
    }
  }

  /** Holds what came of calling again, when nothing was in the way any more. */
  void holdAfterRecovery(Object value) {
    if (cell.gate().capturesOn(cell.verb())) {
      require(value instanceof Confirmed, "called again: " + value);
    }
    require(ledger().captures() <= 1, "captured more than once, after it was called again");
    require(
        ledger().refunds() == (cell.verb().isCancel() ? 1 : 0), "called again: refunds are wrong");
  }
}
