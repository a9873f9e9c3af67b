package assay.perf.endpoint;

/** What is known of other harnesses, from the notes of the common kit; not measured again here. */
final class OtherHarnesses {

  static final String TABLE =
      """

      Other harnesses were measured once with the same endpoint and questions, on such a machine (2 processors, 50 ms, 256
      asked for; November 2026, from the notes of the common kit, not measured again by this command):

      | program | questions | requests/s in the window | questions/s end to end | peak MiB | CPU ms a question | mean in flight |
      |---|--:|--:|--:|--:|--:|--:|
      | lm-evaluation-harness 4e7e0d47f | 10,000 | 2,383 | 147 | 558 | 6.75 | 120 |
      | lmms-eval 75571cfe | 3,000 | 134 | 72 | 571 | 13.1 | 7 |
      | promptfoo 0.123.1 | 4,000 | 69 | 58 | 556 | 18.0 | 4 |
      | VLMEvalKit e8e78f05 | 3,000 | 200 | 45 | 824 | 18.9 | 10 |
      | Inspect 499e6152e | 2,000 | 32 | 28 | 297 | 34.6 | 2 |
      """;

  private OtherHarnesses() {}
}
