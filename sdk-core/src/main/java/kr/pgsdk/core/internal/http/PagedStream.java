package kr.pgsdk.core.internal.http;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * A list as a stream: pages are fetched as they are read, and of each page no more is in memory
 * than the row that is handed on. For one thread.
 */
public final class PagedStream<T> extends Spliterators.AbstractSpliterator<T> {
  private final PagedRows<T> rows;
  private @Nullable PaymentException failure;
  private boolean closed;

  private PagedStream(PagedRows<T> rows) {
    super(Long.MAX_VALUE, ORDERED | NONNULL | IMMUTABLE);
    this.rows = rows;
  }

  /**
   * Returns the rows of a list. Nothing is sent before the first is asked for.
   *
   * @param deadline the deadline of a page that is asked for now
   */
  public static <T> Stream<T> of(
      Sender sender, Paging<T> paging, PageJudge judge, Supplier<Deadline> deadline) {
    PagedStream<T> stream = new PagedStream<>(new PagedRows<>(sender, paging, judge, deadline));
    return StreamSupport.stream(stream, false).onClose(stream::close);
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    if (failure != null) {
      throw failure; // the end of a list that broke off must not look like the end of the list
    }
    if (closed) {
      throw new IllegalStateException("the stream is closed: ask for a new one");
    }
    boolean goesOn = false;
    try {
      T row = rows.next();
      if (row == null) {
        return false;
      }
      action.accept(row);
      goesOn = true;
      return true;
    } catch (PaymentException e) {
      failure = e;
      throw e;
    } finally {
      if (!goesOn) {
        rows.close();
      }
    }
  }

  /** The rows come one after the other, whoever asks: a parallel stream would only hoard them. */
  @Override
  public @Nullable Spliterator<T> trySplit() {
    return null;
  }

  private void close() {
    closed = true;
    rows.close();
  }
}
