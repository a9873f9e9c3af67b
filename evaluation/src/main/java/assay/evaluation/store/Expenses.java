package assay.evaluation.store;

import assay.core.benchmark.Expectations.Expense;
import assay.core.benchmark.Expectations.Price;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the answers of a run took, by what they state. */
public final class Expenses {

  private Expenses() {}

  /**
   * Tokens of all replies that state them, or the mean cost or seconds of those that do. A reply
   * without a cost of its own costs what its tokens do, where a price is given.
   *
   * @return null where no reply states any
   */
  public static @Nullable Double of(RunFile file, Expense expense) {
    @Nullable Price price = expense.price();
    return switch (expense.kind()) {
      case PROMPT_TOKENS -> figure(file, "SELECT sum(prompt_tokens) FROM reply", null);
      case COMPLETION_TOKENS -> figure(file, "SELECT sum(completion_tokens) FROM reply", null);
      case MEAN_SECONDS -> figure(file, "SELECT avg(seconds) FROM reply", null);
      case MEAN_COST ->
          price == null
              ? figure(file, "SELECT avg(cost) FROM reply", null)
              : figure(
                  file,
                  "SELECT avg(coalesce(cost, (prompt_tokens * ? + completion_tokens * ?) / 1e6))"
                      + " FROM reply",
                  price);
    };
  }

  private static @Nullable Double figure(RunFile file, String sql, @Nullable Price price) {
    try (PreparedStatement statement = file.connection().prepareStatement(sql)) {
      if (price != null) {
        Sql.bind(statement, price.prompt(), price.completion());
      }
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Sql.doubleOrNull(rows, 1) : null;
      }
    } catch (SQLException e) {
      throw file.failure("read", e);
    }
  }
}
