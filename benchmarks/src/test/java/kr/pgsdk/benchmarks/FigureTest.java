package kr.pgsdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
  @Test
  void ratio_ofRounds_isTheMiddleOfTheirRatios() {
    Figure figure = Figure.ratio(List.of(10.0, 30.0, 20.0), List.of(10.0, 15.0, 40.0));
    assertThat(figure).isEqualTo(new Figure(1.0, 0.75, 1.5, ""));
    assertThat(figure.text()).isEqualTo("1.000");
    assertThat(figure.spread()).isEqualTo("0.750..1.500");
  }

  @Test
  void worst_oneRoundOffTheAim_isWhatCounts() {
    Aim once = Aim.exactly(1);
    Figure figure = Figure.worst(List.of(1.0, 1.0, 2.0, 1.0), once, "requests");
    assertThat(once.verdict(figure)).isEqualTo("short by 1 requests");
  }

  @Test
  void aim_missed_saysByHowMuch() {
    assertThat(Aim.atMost(1.05).verdict(Figure.of(1.08, ""))).isEqualTo("short by 0.030");
    assertThat(Aim.atLeast(0.97).verdict(Figure.of(0.87, ""))).isEqualTo("short by 0.100");
    assertThat(Aim.exactly(0).verdict(Figure.of(16, "B"))).isEqualTo("short by 16 B");
    assertThat(Aim.atMost(1.1).text(Figure.of(1, ""))).isEqualTo("at most 1.1");
    assertThat(Aim.atMost(3).text(Figure.of(1, "ns"))).isEqualTo("at most 3 ns");
    assertThat(Aim.below(1).verdict(Figure.of(1, ""))).isEqualTo("short by 0.000");
    assertThat(Aim.atMost(3).verdict(Figure.of(3, "ns"))).isEqualTo("reached");
  }

  @Test
  void number_anySize_isAsShortAsItMayBe() {
    assertThat(Figure.number(0)).isEqualTo("0");
    assertThat(Figure.number(1)).isEqualTo("1");
    assertThat(Figure.number(0.97)).isEqualTo("0.970");
    assertThat(Figure.number(41.26)).isEqualTo("41.3");
    assertThat(Figure.number(1000)).isEqualTo("1,000");
    assertThat(Figure.number(43_210.5)).isEqualTo("43,211");
  }
}
