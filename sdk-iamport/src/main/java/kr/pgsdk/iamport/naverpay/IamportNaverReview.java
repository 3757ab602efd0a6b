package kr.pgsdk.iamport.naverpay;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.model.IamportObject;

/** A buyer's review at Naver Pay. */
public final class IamportNaverReview extends IamportObject {
  IamportNaverReview(JsonObject json) {
    super(json);
  }

  /** {@code review_id}: Naver's number for it. */
  public Optional<String> reviewId() {
    return text("review_id");
  }

  /** {@code score}: 1 to 5 points. */
  public Optional<String> score() {
    return text("score");
  }

  /** {@code title}: the text of a general review, the title of a premium one. */
  public Optional<String> title() {
    return text("title");
  }

  /** {@code content}: the text of a premium review. */
  public Optional<String> content() {
    return text("content");
  }

  /** {@code product_order_id}: the product order. */
  public Optional<String> productOrderId() {
    return text("product_order_id");
  }

  /** {@code product_id}: the product. */
  public Optional<String> productId() {
    return text("product_id");
  }

  /** {@code product_name}: the product's name. */
  public Optional<String> productName() {
    return text("product_name");
  }

  /** {@code product_option_name}: the option's name. */
  public Optional<String> productOptionName() {
    return text("product_option_name");
  }

  /** {@code writer}: who wrote it; personal. */
  public Optional<String> writer() {
    return text("writer");
  }

  /** {@code created_at}: when it was written. */
  public Optional<Instant> createdAt() {
    return time("created_at");
  }

  /** {@code modified_at}: when it was changed. */
  public Optional<Instant> modifiedAt() {
    return time("modified_at");
  }
}
