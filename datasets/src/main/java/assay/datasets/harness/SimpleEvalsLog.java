package assay.datasets.harness;

import assay.core.exchange.Stated;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;
import org.jspecify.annotations.Nullable;

/**
 * {@code …_allresults.json} of OpenAI's simple-evals: conversations, and for each a page that
 * states the right answer, what was extracted, and the score; and its report, {@code .html}, which
 * is these pages one after the other, with the conversations.
 */
final class SimpleEvalsLog implements LogFormat {

  /** What stands in the place of a reply where the endpoint refused the request. */
  private static final String FAILED = "No response (bad request).";

  private static final String SAMPLED = "Sampled message";
  private static final String MESSAGE = "<div class=\"message ";

  private static final Pattern CORRECT = line("Correct Answer");
  private static final Pattern EXTRACTED = line("Extracted Answer");
  private static final Pattern SCORE = line("Score");

  private static Pattern line(String name) {
    return Pattern.compile("<p>" + name + ": (.*?)</p>", Pattern.DOTALL);
  }

  @Override
  public String program() {
    return "simple-evals";
  }

  @Override
  public String holds() {
    return "a document with htmls and convos, or a page with prompts and sampled messages";
  }

  @Override
  public boolean recognises(LogFile file) {
    return switch (file.layout()) {
      case DOCUMENT -> file.has("htmls", "convos");
      case PAGE -> file.has(SAMPLED, "Results");
      case ROWS, ARCHIVE, OTHER -> false;
    };
  }

  @Override
  public Heading heading(LogFile file) {
    String name =
        String.valueOf(file.path().getFileName())
            .replaceFirst("(_allresults)?\\.(json|html).*", "");
    int split = name.indexOf('_');
    return split < 0
        ? new Heading(name, null)
        : new Heading(name.substring(0, split), name.substring(split + 1));
  }

  @Override
  public void read(LogFile file, TrialTaker taker) {
    LogPictures pictures = new LogPictures(file.path());
    if (file.layout() == LogFile.Layout.PAGE) {
      ReportPage.parts(
          file.path(),
          (number, part) ->
              taker.take(
                  trial(
                      file.path() + ", example " + (number + 1),
                      number,
                      conversation(part),
                      part,
                      pictures)));
      return;
    }
    file.pairs(
        "convos",
        "htmls",
        (number, conversation, page) ->
            taker.take(
                trial(
                    file.path() + ", conversation " + (number + 1),
                    number,
                    conversation,
                    page.asText(""),
                    pictures)));
  }

  private static LoggedTrial trial(
      String place, int number, JsonNode conversation, String page, LogPictures pictures) {
    var asked = JsonNodeFactory.instance.arrayNode();
    @Nullable String reply = null;
    for (int i = 0; i < conversation.size(); i++) {
      JsonNode message = conversation.get(i);
      boolean last = i == conversation.size() - 1;
      if (last && message.path("role").asText().equals("assistant")) {
        reply = LogFields.content(message);
      } else {
        asked.add(message);
      }
    }
    boolean failed = FAILED.equals(reply);
    @Nullable String prompt = LogFields.conversation(asked);
    @Nullable String score = found(SCORE, page);
    List<String> gold = new ArrayList<>();
    String correct = found(CORRECT, page);
    if (correct != null) {
      gold.add(correct);
    }
    String extracted = found(EXTRACTED, page);
    return new LoggedTrial(
        place,
        LoggedTrial.Origin.UNSAID,
        String.valueOf(number),
        1,
        prompt,
        new Stated(
            null,
            pictures.ofChat(asked, JsonNodeFactory.instance.missingNode()),
            new LinkedHashMap<>()),
        null,
        new LinkedHashMap<>(),
        new LoggedTrial.Right(gold, null),
        failed ? null : reply == null ? "" : reply,
        failed ? FAILED : null,
        new LoggedTrial.Verdict(
            extracted == null || extracted.equals("None") ? null : extracted, number(score)),
        LoggedTrial.Spent.UNKNOWN,
        conversation);
  }

  /** The messages of a page. */
  private static JsonNode conversation(String page) {
    var messages = JsonNodeFactory.instance.arrayNode();
    int end = Math.max(0, page.lastIndexOf("<h3>Results</h3>"));
    for (int at = page.indexOf(MESSAGE); at >= 0 && at < end; at = page.indexOf(MESSAGE, at)) {
      int role = at + MESSAGE.length();
      int roleEnd = page.indexOf('"', role);
      int text = page.indexOf("<pre>", role);
      int textEnd = page.indexOf("</pre>", Math.max(text, role));
      if (roleEnd < 0 || text < 0 || textEnd < 0) {
        break;
      }
      messages
          .addObject()
          .put("role", page.substring(role, roleEnd))
          .put(
              "content",
              StringEscapeUtils.unescapeHtml4(page.substring(text + "<pre>".length(), textEnd)));
      at = textEnd;
    }
    return messages;
  }

  private static @Nullable String found(Pattern line, String page) {
    int results = page.lastIndexOf("<h3>Results</h3>");
    Matcher found = line.matcher(results < 0 ? page : page.substring(results));
    return found.find() ? StringEscapeUtils.unescapeHtml4(found.group(1)).strip() : null;
  }

  private static @Nullable Double number(@Nullable String score) {
    if (score == null) {
      return null;
    }
    try {
      return switch (score) {
        case "True" -> Double.valueOf(1);
        case "False" -> Double.valueOf(0);
        default -> Double.valueOf(score);
      };
    } catch (NumberFormatException e) {
      return null; // the page says None
    }
  }
}
