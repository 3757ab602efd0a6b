package kr.pgsdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
  @Test
  void none_shortModeOfEverything_isKept() {
    Arguments arguments = Arguments.of(List.of());
    assertThat(arguments.plan()).isEqualTo(Plan.of(Mode.SHORT));
    assertThat(arguments.results()).isEqualTo(Path.of("RESULTS.md"));
  }

  @Test
  void only_isNotKept_unlessAPlaceIsNamed() {
    assertThat(Arguments.of(List.of("--only", "find")).results()).isNull();
    assertThat(Arguments.of(List.of("--only", "find", "--results", "my.md")).results())
        .isEqualTo(Path.of("my.md"));
  }

  @Test
  void only_rows_areThoseWhoseNameContainsIt() {
    Plan plan = Arguments.of(List.of("--full", "--only", "FIND")).plan();
    assertThat(plan.mode()).isEqualTo(Mode.FULL);
    assertThat(plan.wants("find p50", "Toss", "1")).isTrue();
    assertThat(plan.wants("cancel calls", "Toss", "1")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--fast",
        "find",
        "--only",
        "--only --full",
        "--results",
        "--results no/such/file"
      })
  void wrongArgument_isRefusedByName(String line) {
    assertThatThrownBy(() -> Arguments.of(List.of(line.split(" ", -1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s).*" + line.split(" ", -1)[0] + ".*");
  }
}
