package kr.pgsdk.iamport.merchant;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.model.IamportObject;

/** A channel: a contract with a payment company, as set up in the console. */
public final class IamportChannel extends IamportObject {
  IamportChannel(JsonObject json) {
    super(json);
  }

  /** {@code pg_provider}: the payment company. */
  public Optional<String> pgProvider() {
    return text("pg_provider");
  }

  /** {@code pg_id}: the merchant's id there. */
  public Optional<String> pgId() {
    return text("pg_id");
  }

  /** {@code sandbox}: whether it is for tests. */
  public Optional<Boolean> sandbox() {
    return flag("sandbox");
  }

  /** {@code type}: what it is for. */
  public Optional<IamportChannelType> type() {
    return word("type", IamportChannelType::of);
  }

  /** {@code channel_name}: its name in the console. */
  public Optional<String> channelName() {
    return text("channel_name");
  }

  /** {@code channel_key}: what requests name it by. */
  public Optional<String> channelKey() {
    return text("channel_key");
  }
}
