package kr.pgsdk.core.internal.access;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far one refund has come. Immutable; this is what a stored text holds.
 *
 * @param sent what it was first sent with; null before that
 * @param ownRow the identity of the cancel that was proved to be its own; in doubt, of one that an
 *     answer has named and no lookup shown yet
 * @param keyNumber 1 for the key it was built with; the next after a doubt that was proved over
 * @param keyAnswered whether the gateway answered under this key in a way that it may repeat for
 *     ever
 * @param bankDoubt whether a bank may have carried it out without the gateway's knowing
 * @param words the gateway's last words that explain a doubt
 */
public record CancelState(
    Phase phase,
    @Nullable Sent sent,
    @Nullable String ownRow,
    int keyNumber,
    boolean keyAnswered,
    boolean bankDoubt,
    @Nullable Words words) {

  public enum Phase {
    /** Nothing that was sent can have been executed. */
    NOT_EXECUTED,
    /** What was sent may have been executed. */
    IN_DOUBT,
    /** The gateway has accepted it and finishes it later. */
    ACCEPTED,
    /** It was executed. */
    DONE,
    /** The gateway had accepted it and has given it up. */
    GIVEN_UP
  }

  /**
   * What a refund is sent with, the same in each sending.
   *
   * @param balanceSent the balance the gateway must find
   * @param balanceShown the balance that the lookup before showed: another one only where the
   *     gateway itself is to compare
   * @param rowsBefore the cancels that were there before, by their identity
   * @param reference the reference it carries; null for none
   * @param firstAt when it first went out; null if that isn't known
   * @param closes whether it closes an account nobody has paid into, by a call of its own that
   *     takes no deposit back
   */
  public record Sent(
      BigDecimal balanceSent,
      BigDecimal balanceShown,
      String currency,
      List<String> rowsBefore,
      @Nullable String reference,
      @Nullable Instant firstAt,
      boolean closes) {
    public Sent {
      rowsBefore = List.copyOf(rowsBefore);
    }
  }

  /**
   * What the gateway said.
   *
   * @param message redacted
   */
  public record Words(@Nullable String code, @Nullable String message) {}

  /** A refund that was never sent. */
  public static final CancelState NEW =
      new CancelState(Phase.NOT_EXECUTED, null, null, 1, false, false, null);

  /** Returns this with what it is sent with; null for nothing yet. */
  public CancelState sent(@Nullable Sent with) {
    return new CancelState(phase, with, ownRow, keyNumber, keyAnswered, bankDoubt, words);
  }

  public CancelState in(Phase now) {
    return proved(now, null);
  }

  /** Returns this in another phase, which its own cancel proves. */
  public CancelState proved(Phase now, @Nullable String row) {
    return new CancelState(
        now, sent, row != null ? row : ownRow, keyNumber, keyAnswered, bankDoubt, words);
  }

  /**
   * Returns this with a response that leaves a doubt.
   *
   * @param answered whether there was a response, from the gateway or from a proxy
   */
  public CancelState doubted(boolean answered, boolean byBank, @Nullable Words said) {
    return new CancelState(
        Phase.IN_DOUBT,
        sent,
        ownRow,
        keyNumber,
        keyAnswered || answered,
        bankDoubt || byBank,
        said != null ? said : words);
  }

  /**
   * Returns the state after a doubt that was proved over: nothing was executed.
   *
   * @param keyIsOld whether the gateway may have forgotten the key
   */
  public CancelState notExecuted(boolean keyIsOld) {
    int next = keyAnswered || keyIsOld ? keyNumber + 1 : keyNumber;
    return new CancelState(Phase.NOT_EXECUTED, null, null, next, false, false, words);
  }

  /** Whether what was sent may have been executed. */
  public boolean isInDoubt() {
    return phase == Phase.IN_DOUBT;
  }

  /** Whether nothing that was sent can have moved money, or will. */
  public boolean nothingMoved() {
    return phase == Phase.NOT_EXECUTED || phase == Phase.GIVEN_UP;
  }

  /** The cancels that were there before it was sent; empty before that. */
  public List<String> rowsBefore() {
    return sent == null ? List.of() : sent.rowsBefore();
  }
}
