package kr.pgsdk.core.internal.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of one object in their order: names and values in turn, in one array. A payment has a
 * hundred members and few are asked for, so a hash table costs more than it saves, until there are
 * many of them.
 *
 * <p>Not to be changed after it was read; as a {@code Map} it can't be.
 */
final class JsonMembers extends AbstractMap<String, @Nullable Object> {
  /** With more than these a search from the first to the last takes too long. */
  private static final int FEW = 64;

  private @Nullable Object[] members = new @Nullable Object[16];
  private int end;
  private @Nullable Map<String, Integer> places;

  /**
   * Adds a member, or replaces the value of the one with this name.
   *
   * @return whether there was one with this name
   */
  boolean add(String name, @Nullable Object value) {
    int place = place(name);
    if (place >= 0) {
      members[place + 1] = value;
      return true;
    }
    if (end == members.length) {
      members = Arrays.copyOf(members, 2 * end);
    }
    members[end] = name;
    members[end + 1] = value;
    if (places != null) {
      places.put(name, end);
    }
    end += 2;
    if (size() == FEW) {
      places = allPlaces();
    }
    return false;
  }

  private Map<String, Integer> allPlaces() {
    Map<String, Integer> all = new HashMap<>();
    for (int i = 0; i < end; i += 2) {
      all.put(name(i), i);
    }
    return all;
  }

  /** Where the member is; -1 if there is none. */
  private int place(@Nullable Object name) {
    if (places != null) {
      return places.getOrDefault(name, -1);
    }
    for (int i = 0; i < end; i += 2) {
      if (name(i).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private String name(int place) {
    return (String) members[place];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return place(name) >= 0;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    int place = place(name);
    return place < 0 ? null : members[place + 1];
  }

  @Override
  public int size() {
    return end / 2;
  }

  @Override
  public Set<Map.Entry<String, @Nullable Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return JsonMembers.this.size();
      }

      @Override
      public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
        return new Entries();
      }
    };
  }

  private final class Entries implements Iterator<Map.Entry<String, @Nullable Object>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < end;
    }

    @Override
    public Map.Entry<String, @Nullable Object> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      next += 2;
      return new SimpleImmutableEntry<>(name(next - 2), members[next - 1]);
    }
  }
}
