package kr.pgsdk.core.internal.http;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list, page by page. A page that fails before its first new row is repeated like any
 * request. One that breaks off later is continued: by a request for what comes after the last row,
 * or by the same request again, whose rows must be the ones that were handed on.
 */
final class PagedRows<T> {
  /**
   * A page whose first new row has come.
   *
   * @param page null if the gateway said that there is none
   * @param first null if it has no row, or no new one
   */
  private record Opened<T>(@Nullable OpenPage page, @Nullable T first) {}

  private final Sender sender;
  private final Paging<T> paging;
  private final PageJudge judge;
  private final Supplier<Deadline> deadline;

  /** The page that is being read, or is next; null if there is none any more. */
  private @Nullable HttpRequest request;

  private @Nullable OpenPage page;

  /** Of the rows of this page that were handed on. */
  private final List<String> ids = new ArrayList<>();

  private @Nullable T last;
  private @Nullable String firstIdBefore;
  private int cuts;
  private long handedOn;

  PagedRows(Sender sender, Paging<T> paging, PageJudge judge, Supplier<Deadline> deadline) {
    this.sender = sender;
    this.paging = paging;
    this.judge = judge;
    this.deadline = deadline;
    this.request = ready(paging.first());
  }

  private HttpRequest ready(HttpRequest.Builder builder) {
    return judge.with(builder).responseIsPage().build();
  }

  /** Returns the next row; null at the end of the list. */
  @Nullable T next() {
    while (request != null) {
      requireGoingOn(request);
      T row = page == null ? open(request) : read(page);
      if (row != null) {
        ids.add(paging.id(row));
        last = row;
        handedOn++;
        return row;
      }
    }
    return null;
  }

  /** Rows that have come in already don't hide that the caller wants no more of them. */
  private void requireGoingOn(HttpRequest asked) {
    if (handedOn > 0 && isEnded()) {
      throw brokeOff(asked, 0, new InterruptedIOException("interrupted"));
    }
  }

  private boolean isEnded() {
    return Thread.currentThread().isInterrupted() || sender.isClosed();
  }

  private PaymentException brokeOff(HttpRequest asked, int status, @Nullable Throwable e) {
    return sender.errors().brokeOff(asked, status, e, handedOn);
  }

  /** Fetches a page, and returns its first new row; null if it has none. */
  private @Nullable T open(HttpRequest asked) {
    Deadline limit = deadline.get();
    Opened<T> opened;
    try {
      opened = sender.send(asked, response -> opened(asked, response, limit), limit);
    } catch (TransportException e) {
      throw handedOn == 0 ? e : sender.errors().brokeOff(e, handedOn);
    }
    if (opened.first() == null) {
      ended(opened.page());
    } else {
      page = opened.page();
    }
    return opened.first();
  }

  private Opened<T> opened(HttpRequest asked, HttpResponse response, Deadline limit) {
    if (!response.isSuccessful()) {
      boolean unused =
          isPage(asked, response, whole -> Json.object(whole.json())); // a refusal, or none
      return new Opened<>(null, null);
    }
    OpenPage opened = new OpenPage(asked, response, paging.places(), limit);
    boolean goesOn = false;
    try {
      skip(opened);
      JsonObject json = opened.next();
      if (json == null) {
        return new Opened<>(isWhole(opened) ? opened : null, null);
      }
      judge.judgeStart(asked, response, opened.envelope());
      T row = paging.row(json);
      if (isRepeated(row)) {
        if (paging.endsAtRepetition()) {
          return new Opened<>(null, null);
        }
        // A gateway that sends a page again and again must not be read for ever.
        throw new JsonProblem("$", "begins with the same row as the page before");
      }
      goesOn = true;
      return new Opened<>(opened, row);
    } finally {
      if (!goesOn) {
        opened.close();
      }
    }
  }

  /** Goes over what was handed on before the page broke off. */
  private void skip(OpenPage opened) {
    for (String id : ids) {
      JsonObject json = opened.next();
      if (json == null || !paging.id(paging.row(json)).equals(id)) {
        throw new JsonProblem("$", "has other rows than before it broke off");
      }
    }
  }

  private boolean isWhole(OpenPage read) {
    boolean whole = isPage(read.request(), read.response(), response -> read.envelope());
    if (whole) {
      read.requireRows();
    }
    return whole;
  }

  /** Whether what has come is a page: false if the gateway says that there is none. */
  private boolean isPage(
      HttpRequest asked, HttpResponse response, Function<HttpResponse, JsonObject> envelope) {
    try {
      judge.judgeEnd(asked, response, envelope);
      return true;
    } catch (GatewayException refusal) {
      if (ids.isEmpty() && paging.isNone(refusal)) {
        return false;
      }
      throw refusal;
    }
  }

  private boolean isRepeated(T row) {
    return ids.isEmpty() && paging.id(row).equals(firstIdBefore);
  }

  /** Reads on; null if the page has ended, or broke off. */
  private @Nullable T read(OpenPage open) {
    try {
      JsonObject json = open.next();
      if (json != null) {
        return paging.row(json);
      }
      boolean unused = isWhole(open);
      ended(open);
    } catch (UncheckedIOException e) {
      resume(open, e);
    } catch (JsonProblem e) {
      throw malformed(open, e);
    }
    return null;
  }

  private PaymentException malformed(OpenPage open, JsonProblem e) {
    return sender.errors().malformed(open.request(), open.response(), e);
  }

  private void ended(@Nullable OpenPage whole) {
    close();
    Paging.End<T> end =
        new Paging.End<>(
            ids.size(), ids.isEmpty() ? null : last, whole == null ? null : whole.envelope());
    HttpRequest.Builder next;
    try {
      next = paging.next(end);
    } catch (JsonProblem e) {
      throw malformed(Objects.requireNonNull(whole, "page"), e);
    }
    firstIdBefore = ids.isEmpty() ? null : ids.get(0);
    ids.clear();
    cuts = 0;
    request = next == null ? null : ready(next);
  }

  /** Goes on where a page broke off, as often as any request is repeated. */
  private void resume(OpenPage broken, UncheckedIOException e) {
    close();
    cuts++;
    boolean givenUp = broken.isOutOfTime() || isEnded() || RunningCall.isEnded();
    if (givenUp || !sender.pause(cuts, deadline.get())) {
      throw brokeOff(broken.request(), broken.response().status(), e.getCause());
    }
    HttpRequest.Builder after = paging.after(Objects.requireNonNull(last, "last row"));
    if (after != null) {
      firstIdBefore = paging.id(last);
      ids.clear();
      request = ready(after);
    }
  }

  /** Ends the page that is being read. Idempotent. */
  void close() {
    OpenPage open = page;
    page = null;
    if (open != null) {
      open.close();
    }
  }
}
