package kr.pgsdk.spring;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shop's merchants by name. Immutable; to choose one, name it. */
public final class Merchants {
  private final Map<String, Merchant> byName;

  /**
   * A registry of these, in their order: a bean of the shop's own, such as where the keys aren't
   * properties.
   *
   * @throws IllegalArgumentException if two have one name
   */
  public Merchants(Collection<Merchant> merchants) {
    Map<String, Merchant> map = new LinkedHashMap<>();
    for (Merchant merchant : merchants) {
      if (map.put(merchant.name(), merchant) != null) {
        throw new IllegalArgumentException("two merchants are named " + merchant.name());
      }
    }
    this.byName = map;
  }

  /**
   * The merchant of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Merchant get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no merchant of this name; there are " + byName.keySet()));
  }

  /** The merchant of this name, if there is one: for names that come from outside. */
  public Optional<Merchant> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * All of them: {@code toss}, {@code iamport} and {@code portone} first, then the others as they
   * are written.
   */
  public Collection<Merchant> all() {
    return List.copyOf(byName.values());
  }

  /** Shows the names. */
  @Override
  public String toString() {
    return "Merchants" + byName.keySet();
  }
}
