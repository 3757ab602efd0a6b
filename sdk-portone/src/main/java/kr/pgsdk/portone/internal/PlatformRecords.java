package kr.pgsdk.portone.internal;

import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.portone.model.PortOneObject;

/**
 * What PortOne does alike with partners, contracts and the two kinds of policies: each has an id,
 * is archived and recovered, and has at most one change that is to happen later.
 *
 * @param <T> the record
 */
public final class PlatformRecords<T extends PortOneObject> {
  private final PlatformCalls calls;
  private final String kind;
  private final String member;
  private final String path;
  private final Function<JsonObject, T> reader;

  /**
   * Makes it of one kind.
   *
   * @param kind what it is called in messages, such as {@code discount share policy}
   * @param member what it is called in responses, such as {@code discountSharePolicy}
   */
  public PlatformRecords(
      PlatformCalls calls,
      String kind,
      String member,
      String path,
      Function<JsonObject, T> reader) {
    this.calls = calls;
    this.kind = kind;
    this.member = member;
    this.path = path;
    this.reader = reader;
  }

  /** Makes a record. */
  public T create(RequestFields fields, String idempotencyKey) {
    return calls.object(
        calls
            .change("create " + kind, "POST", idempotencyKey, path)
            .subject("the " + kind)
            .body(fields),
        json -> reader.apply(json.requiredObject(member)));
  }

  /** The record with this id. */
  public T get(String id) {
    return calls.object(calls.get(kind, path, id(id)), reader);
  }

  /** The records that fit. */
  public Stream<T> list(RequestFields filter, Function<T, String> id) {
    return calls.list(path, path, filter, reader, id);
  }

  /** Changes a record at once. */
  public T update(String id, RequestFields update) {
    return changed(change("update", "PATCH", id).body(update), member);
  }

  /** Puts a record away. */
  public T archive(String id) {
    return changed(change("archive", "POST", id, "archive"), member);
  }

  /** Takes a record out of the archive. */
  public T recover(String id) {
    return changed(change("recover", "POST", id, "recover"), member);
  }

  /** What the record will be after the change that is to happen later. */
  public T scheduled(String id) {
    return calls.object(calls.get("scheduled change of " + kind, path, id(id), "schedule"), reader);
  }

  /** Has a change happen later. */
  public T schedule(String id, RequestFields update, Instant appliedAt) {
    return changed(
        change("schedule change of", "POST", id, "schedule").body(later(update, appliedAt)),
        scheduledMember());
  }

  /** Replaces the change that is to happen later. */
  public T reschedule(String id, RequestFields update, Instant appliedAt) {
    return changed(
        change("reschedule change of", "PUT", id, "schedule").body(later(update, appliedAt)),
        scheduledMember());
  }

  /** Drops the change that is to happen later. */
  public void cancelSchedule(String id) {
    calls.done(change("cancel scheduled change of", "DELETE", id, "schedule"));
  }

  /** What a change at a time consists of. */
  public static RequestFields later(RequestFields update, Instant appliedAt) {
    RequestFields fields = new RequestFields().object("update", update);
    PortOneFields.time(fields, "appliedAt", appliedAt);
    return fields;
  }

  private String scheduledMember() {
    return "scheduled" + Character.toUpperCase(member.charAt(0)) + member.substring(1);
  }

  /** Starts a change, whose key is new: it says itself what is to be, however often it is sent. */
  private HttpRequest.Builder change(String verb, String method, String id, String... more) {
    String[] segments = new String[more.length + 2];
    segments[0] = path;
    segments[1] = id(id);
    System.arraycopy(more, 0, segments, 2, more.length);
    return calls
        .change(verb + " " + kind, method, PortOneKey.random(), segments)
        .subject("the " + kind + " " + id);
  }

  private T changed(HttpRequest.Builder request, String name) {
    return calls.object(request, json -> reader.apply(json.requiredObject(name)));
  }

  private String id(String id) {
    return Texts.id(id, "id");
  }
}
