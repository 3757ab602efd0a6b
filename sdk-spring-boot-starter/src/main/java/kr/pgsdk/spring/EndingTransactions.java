package kr.pgsdk.spring;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Knows whether the transaction that Spring reports on this thread is past its last moment to
 * write: its commit or rollback has begun. Spring itself tells only in {@code afterCompletion}, and
 * not yet in {@code afterCommit}.
 */
final class EndingTransactions implements TransactionExecutionListener {
  /** A transaction of this thread, the innermost on top. */
  private static final class Begun {
    final TransactionExecution transaction;
    boolean ending;

    Begun(TransactionExecution transaction) {
      this.transaction = transaction;
    }
  }

  private final ThreadLocal<Deque<Begun>> stack = ThreadLocal.withInitial(ArrayDeque::new);

  /** Whether the innermost one is. */
  boolean isEnding() {
    Begun innermost = innermost();
    return innermost != null && innermost.ending;
  }

  @Override
  public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
    if (failure == null) {
      innermost(); // drops what has ended
      stack.get().push(new Begun(transaction));
    }
  }

  @Override
  public void beforeCommit(TransactionExecution transaction) {
    ends(transaction);
  }

  @Override
  public void beforeRollback(TransactionExecution transaction) {
    ends(transaction);
  }

  private void ends(TransactionExecution transaction) {
    Begun innermost = innermost();
    if (innermost != null && innermost.transaction == transaction) {
      innermost.ending = true;
    }
  }

  @Override
  public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
    ended(transaction);
  }

  @Override
  public void afterRollback(TransactionExecution transaction, @Nullable Throwable failure) {
    ended(transaction);
  }

  private void ended(TransactionExecution transaction) {
    stack.get().removeIf(begun -> begun.transaction == transaction);
    innermost();
  }

  /** Without those that have completed; none keeps nothing on the thread. */
  private @Nullable Begun innermost() {
    Deque<Begun> mine = stack.get();
    mine.removeIf(begun -> begun.transaction.isCompleted());
    if (mine.isEmpty()) {
      stack.remove();
    }
    return mine.peek();
  }
}
