package kr.pgsdk.core;

import java.util.Objects;
import java.util.UUID;
import kr.pgsdk.core.internal.access.CancelMemory;
import kr.pgsdk.core.internal.access.CancelState;
import kr.pgsdk.core.internal.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What makes a refund this one and no other: its key, the shop's reference and number for it, and
 * what is remembered of it. A builder changes its own; a request keeps a {@link #fixed} one.
 */
final class CancelIdentity {
  private @Nullable String key;
  private boolean callersKey;
  private @Nullable CancelMemory memory;
  private @Nullable String reference;
  private boolean referenceOfRequest; // it came from a request, not from the caller
  private @Nullable String requestId;
  private boolean requestIdOfRequest;

  CancelIdentity() {}

  private CancelIdentity(CancelIdentity other) {
    this.key = other.key;
    this.callersKey = other.callersKey;
    this.memory = other.memory;
    this.reference = other.reference;
    this.referenceOfRequest = other.referenceOfRequest;
    this.requestId = other.requestId;
    this.requestIdOfRequest = other.requestIdOfRequest;
  }

  /** Goes on with what is remembered of a refund with this key. */
  void resume(String key, CancelMemory memory) {
    this.key = Texts.idempotencyKey(key);
    this.memory = memory;
  }

  /** Sets the caller's key; another one makes it another refund. */
  void key(String given) {
    String checked = Texts.idempotencyKey(given);
    if (!checked.equals(key)) {
      memory = null;
      reference = referenceOfRequest ? null : reference;
      referenceOfRequest = false;
      requestId = requestIdOfRequest ? null : requestId;
      requestIdOfRequest = false;
    }
    key = checked;
    callersKey = true;
  }

  void reference(String given) {
    Requests.reference(given);
    requireUnsent(given, reference, "reference");
    reference = given;
    referenceOfRequest = false;
  }

  void requestId(String given) {
    Requests.cancelRequestId(given);
    requireUnsent(given, requestId, "cancelRequestId");
    requestId = given;
    requestIdOfRequest = false;
  }

  private void requireUnsent(String given, @Nullable String before, String name) {
    if (memory != null && memory.state().sent() != null && !given.equals(before)) {
      throw new IllegalArgumentException(
          "this refund was sent with another "
              + name
              + ", or without one: for another refund, set another key first");
    }
  }

  /** Returns this with a key and a memory: a random one, and a new one, if there is none. */
  CancelIdentity fixed() {
    CancelIdentity fixed = new CancelIdentity(this);
    fixed.key = key != null ? key : UUID.randomUUID().toString();
    CancelMemory kept =
        memory != null ? memory : new CancelMemory(CancelState.NEW, callersKey, null);
    fixed.memory = kept;
    fixed.callersKey = kept.hasCallersKey();
    fixed.referenceOfRequest = true;
    fixed.requestIdOfRequest = true;
    return fixed;
  }

  /** Returns a copy for another builder. */
  CancelIdentity copy() {
    return new CancelIdentity(this);
  }

  /** The key of a {@link #fixed} one. */
  String key() {
    return Objects.requireNonNull(key, "key");
  }

  /** The memory of a {@link #fixed} one. */
  CancelMemory memory() {
    return Objects.requireNonNull(memory, "memory");
  }

  @Nullable String reference() {
    return reference;
  }

  @Nullable String requestId() {
    return requestId;
  }
}
