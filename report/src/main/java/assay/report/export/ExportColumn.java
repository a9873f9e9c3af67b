package assay.report.export;

import assay.evaluation.estimate.Labels;
import assay.evaluation.json.AnswerJson;
import assay.evaluation.json.Json;
import assay.evaluation.json.SampleJson;
import assay.evaluation.json.TargetJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The columns of an export: name, type, and what stands in them. */
enum ExportColumn {
  TRIAL(Type.INTEGER) {
    @Override
    Object of(ExportRow row) {
      return row.trial().ordinal();
    }
  },
  BENCHMARK(Type.TEXT) {
    @Override
    Object of(ExportRow row) {
      return row.facts().benchmark();
    }
  },
  SPLIT(Type.TEXT) {
    @Override
    Object of(ExportRow row) {
      return row.facts().split();
    }
  },
  SUBSET(Type.TEXT) {
    @Override
    @Nullable Object of(ExportRow row) {
      return row.trial().sample().subset();
    }
  },
  MODEL(Type.TEXT) {
    @Override
    Object of(ExportRow row) {
      return row.trial().model();
    }
  },
  SAMPLE(Type.TEXT) {
    @Override
    Object of(ExportRow row) {
      return row.trial().sample().id();
    }
  },
  ARM(Type.TEXT) {
    @Override
    Object of(ExportRow row) {
      return row.trial().arm();
    }
  },
  VARIANT(Type.TEXT) {
    @Override
    Object of(ExportRow row) {
      return row.trial().variant();
    }
  },
  EPOCH(Type.INTEGER) {
    @Override
    Object of(ExportRow row) {
      return (long) row.trial().epoch();
    }
  },
  KIND(Type.TEXT) {
    @Override
    Object of(ExportRow row) {
      return row.trial().sample().kind().id();
    }
  },
  QUESTION(Type.TEXT) {
    @Override
    Object of(ExportRow row) {
      return row.trial().sample().question();
    }
  },
  OPTIONS(Type.JSON) {
    @Override
    @Nullable Object of(ExportRow row) {
      return part(row, "options");
    }
  },
  TARGET(Type.JSON) {
    @Override
    Object of(ExportRow row) {
      return Json.write(TargetJson.write(row.trial().sample().target()));
    }
  },
  GOLD(Type.TEXT) {
    @Override
    Object of(ExportRow row) {
      return Labels.of(row.trial().sample().target());
    }
  },
  TAGS(Type.JSON) {
    @Override
    @Nullable Object of(ExportRow row) {
      return part(row, "tags");
    }
  },
  CLUSTERS(Type.JSON) {
    @Override
    @Nullable Object of(ExportRow row) {
      return part(row, "clusters");
    }
  },
  STATE(Type.TEXT) {
    @Override
    Object of(ExportRow row) {
      return row.trial().state().id();
    }
  },
  REASON(Type.TEXT) {
    @Override
    @Nullable Object of(ExportRow row) {
      return row.trial().reason();
    }
  },
  MESSAGE(Type.TEXT) {
    @Override
    @Nullable Object of(ExportRow row) {
      return row.trial().message();
    }
  },
  REPLY(Type.TEXT) {
    @Override
    @Nullable Object of(ExportRow row) {
      return row.reply() == null ? null : row.reply().text();
    }
  },
  REASONING(Type.TEXT) {
    @Override
    @Nullable Object of(ExportRow row) {
      return row.reply() == null ? null : row.reply().reasoning();
    }
  },
  FINISH(Type.TEXT) {
    @Override
    @Nullable Object of(ExportRow row) {
      return row.reply() == null ? null : row.reply().finish().id();
    }
  },
  PROMPT_TOKENS(Type.INTEGER) {
    @Override
    @Nullable Object of(ExportRow row) {
      return row.reply() == null ? null : row.reply().usage().promptTokens();
    }
  },
  COMPLETION_TOKENS(Type.INTEGER) {
    @Override
    @Nullable Object of(ExportRow row) {
      return row.reply() == null ? null : row.reply().usage().completionTokens();
    }
  },
  COST(Type.NUMBER) {
    @Override
    @Nullable Object of(ExportRow row) {
      return row.reply() == null ? null : row.reply().cost();
    }
  },
  SECONDS(Type.NUMBER) {
    @Override
    @Nullable Object of(ExportRow row) {
      return row.reply() == null ? null : row.reply().seconds();
    }
  },
  EXTRACTOR(Type.TEXT) {
    @Override
    @Nullable Object of(ExportRow row) {
      return row.extractor();
    }
  },
  OUTCOME(Type.TEXT) {
    @Override
    @Nullable Object of(ExportRow row) {
      return row.reading() == null ? null : row.reading().outcome();
    }
  },
  ANSWER(Type.TEXT) {
    @Override
    @Nullable Object of(ExportRow row) {
      return row.reading() == null || row.reading().answer() == null
          ? null
          : AnswerJson.brief(row.reading().answer());
    }
  },
  GUESSED(Type.BOOLEAN) {
    @Override
    @Nullable Object of(ExportRow row) {
      return row.reading() == null ? null : row.reading().guessed();
    }
  },
  UNREADABLE_BECAUSE(Type.TEXT) {
    @Override
    @Nullable Object of(ExportRow row) {
      return row.reading() == null ? null : row.reading().reason();
    }
  },
  SCORER(Type.TEXT) {
    @Override
    @Nullable Object of(ExportRow row) {
      return row.scorer();
    }
  },
  SCORE(Type.NUMBER) {
    @Override
    @Nullable Object of(ExportRow row) {
      return row.score() == null || row.score().undefined() != null ? null : row.score().value();
    }
  },
  UNDEFINED_BECAUSE(Type.TEXT) {
    @Override
    @Nullable Object of(ExportRow row) {
      return row.score() == null ? null : row.score().undefined();
    }
  };

  /** What a column holds. */
  enum Type {
    TEXT,
    JSON,
    INTEGER,
    NUMBER,
    BOOLEAN
  }

  private final Type type;

  ExportColumn(Type type) {
    this.type = type;
  }

  Type type() {
    return type;
  }

  /** The heading, snake case. */
  String heading() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The cell: String, Long, Double or Boolean by type; null where there is nothing. */
  abstract @Nullable Object of(ExportRow row);

  private static @Nullable Object part(ExportRow row, String field) {
    @Nullable JsonNode part = SampleJson.write(row.trial().sample()).get(field);
    return part == null ? null : Json.write(part);
  }
}
