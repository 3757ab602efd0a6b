package kr.pgsdk.portone.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.portone.model.PortOneObject;

/**
 * What PortOne does alike with partners, contracts and the two kinds of policies: each has an id,
 * is archived and recovered, and has at most one change that is to happen later. A path's {@code …}
 * is the kind's own, such as {@code /platform/contracts}.
 *
 * @param <T> the record
 * @param <R> what makes one
 * @param <F> what finds some
 * @param <U> what changes one
 * @hidden
 */
public abstract class PlatformRecords<
    T extends PortOneObject,
    R extends KeyedRequest,
    F extends RequestObject,
    U extends RequestObject> {
  private final PlatformCalls calls;
  private final String kind;
  private final String member;
  private final String path;
  private final Function<JsonObject, T> reader;
  private final Function<T, Optional<String>> ids;

  /**
   * Makes it of one kind.
   *
   * @param kind what it is called in messages, such as {@code discount share policy}
   * @param member what it is called in responses, such as {@code discountSharePolicy}
   * @hidden
   */
  protected PlatformRecords(
      PlatformCalls calls,
      String kind,
      String member,
      String path,
      Function<JsonObject, T> reader,
      Function<T, Optional<String>> ids) {
    this.calls = calls;
    this.kind = kind;
    this.member = member;
    this.path = path;
    this.reader = reader;
    this.ids = ids;
  }

  /**
   * {@code POST …}: makes a record. Repeated only with the same idempotency key.
   *
   * @throws kr.pgsdk.core.error.GatewayException if PortOne refuses, as for an id in use ({@code
   *     PLATFORM_…_ALREADY_EXISTS})
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     send the same request again within three hours, or look at {@link #get}
   */
  public final T create(R request) {
    return calls.object(
        calls
            .change("create " + kind, "POST", request.idempotencyKey(), path)
            .subject("the " + kind)
            .body(RequestFields.of(request)),
        json -> reader.apply(json.requiredObject(member)));
  }

  /** {@code GET …/{id}}: a record. */
  public final T get(String id) {
    return calls.object(calls.get(kind, path, id(id)), reader);
  }

  /**
   * {@code GET …}: the records that fit. The SDK fetches each page when you read it. Close the
   * stream, with try-with-resources; a stream that is read to its end closes itself. The stream is
   * sequential, and for one thread. Reading it throws the exceptions of a call.
   */
  public final Stream<T> list(F filter) {
    return calls.list(
        path, path, RequestFields.of(filter), reader, row -> ids.apply(row).orElseGet(row::toJson));
  }

  /**
   * {@code PATCH …/{id}}: changes a record at once.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look at {@link #get}, or change it again
   */
  public final T update(String id, U update) {
    return changed(change("update", "PATCH", id).body(RequestFields.of(update)), member);
  }

  /**
   * {@code POST …/{id}/archive}: puts a record away. Refused while a change of it is to happen
   * later.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look at {@link #get}, or do it again
   */
  public final T archive(String id) {
    return changed(change("archive", "POST", id, "archive"), member);
  }

  /**
   * {@code POST …/{id}/recover}: takes a record out of the archive.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look at {@link #get}, or do it again
   */
  public final T recover(String id) {
    return changed(change("recover", "POST", id, "recover"), member);
  }

  /**
   * {@code GET …/{id}/schedule}: what the record will be after the change that is to happen later.
   * PortOne calls the operations of such changes unstable.
   */
  public final T scheduled(String id) {
    return calls.object(calls.get("scheduled change of " + kind, path, id(id), "schedule"), reader);
  }

  /**
   * {@code POST …/{id}/schedule}: has a change happen later; a record has one such change at most.
   *
   * @throws kr.pgsdk.core.error.GatewayException if PortOne refuses, as for one that has such a
   *     change ({@code PLATFORM_…_SCHEDULE_ALREADY_EXISTS})
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look at {@link #scheduled}
   */
  public final T schedule(String id, U update, Instant appliedAt) {
    return changed(
        change("schedule change of", "POST", id, "schedule").body(later(update, appliedAt)),
        scheduledMember());
  }

  /**
   * {@code PUT …/{id}/schedule}: replaces the change that is to happen later.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look at {@link #scheduled}
   */
  public final T reschedule(String id, U update, Instant appliedAt) {
    return changed(
        change("reschedule change of", "PUT", id, "schedule").body(later(update, appliedAt)),
        scheduledMember());
  }

  /**
   * {@code DELETE …/{id}/schedule}: drops the change that is to happen later.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look at {@link #scheduled}
   */
  public final void cancelSchedule(String id) {
    calls.done(change("cancel scheduled change of", "DELETE", id, "schedule"));
  }

  /**
   * What a change at a time consists of.
   *
   * @hidden
   */
  protected static RequestFields later(RequestObject update, Instant appliedAt) {
    RequestFields fields = new RequestFields().object("update", RequestFields.of(update));
    PortOneFields.time(fields, "appliedAt", appliedAt);
    return fields;
  }

  private String scheduledMember() {
    return "scheduled" + Character.toUpperCase(member.charAt(0)) + member.substring(1);
  }

  /** Starts a change, whose key is new: it says itself what is to be, however often it is sent. */
  private HttpRequest.Builder change(String verb, String method, String id, String... more) {
    return calls
        .change(verb + " " + kind, method, PortOneKey.random(), path, id(id))
        .path(more)
        .subject("the " + kind + " " + id);
  }

  private T changed(HttpRequest.Builder request, String name) {
    return calls.object(request, json -> reader.apply(json.requiredObject(name)));
  }

  private String id(String id) {
    return Texts.id(id, "id");
  }
}
