package kr.pgsdk.portone.platform.transfer;

import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PlatformFields;
import kr.pgsdk.portone.internal.PortOneRequestBuilder;

/**
 * What a new transfer is built from.
 *
 * @param <B> the builder itself
 */
abstract class TransferBuilder<B extends TransferBuilder<B>> extends PortOneRequestBuilder<B> {
  private final List<RequestFields> properties = new ArrayList<>();
  private String subject;

  /** Takes what to look up if the response is lost and the transfer has no id. */
  TransferBuilder(String subject) {
    this.subject = subject;
  }

  final String subject() {
    return subject;
  }

  /**
   * The transfer's id, by which PortOne refuses a second one for good; by default PortOne makes
   * one.
   */
  public B id(String id) {
    fields.text("id", id);
    this.subject = "the transfer " + id;
    return self();
  }

  /** A note of the platform's. */
  public B memo(String memo) {
    fields.note("memo", memo);
    return self();
  }

  /**
   * Something that the platform stores with it.
   *
   * @param key one that the console has
   */
  public B userDefinedProperty(String key, String value) {
    properties.add(PlatformFields.property(key, value));
    fields.objects("userDefinedProperties", properties);
    return self();
  }
}
