package assay.datasets.format;

import assay.core.Problem;
import com.github.luben.zstd.ZstdIOException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.zip.ZipException;

/** Says in a user's words why bytes could not be had. */
public final class Faults {

  private Faults() {}

  /** The problem behind an exception of input. */
  public static Problem of(IOException fault, String file) {
    Problem problem =
        switch (fault) {
          case NoSuchFileException missing ->
              Problem.of("there is no such file").remedy("check the path and the data folder");
          case AccessDeniedException denied ->
              Problem.of("may not be read: permission denied")
                  .remedy("give yourself the right to read it (chmod u+r)");
          case ExpansionLimitException bomb ->
              Problem.of(said(bomb))
                  .remedy(
                      "expand it yourself if you trust it, or raise the bound that is named:"
                          + " ASSAY_JAVA_OPTS=-DNAME=NUMBER");
          case EOFException early ->
              Problem.of("ends early: the compressed data are truncated").remedy(AGAIN);
          case ZipException damaged ->
              Problem.of("the compressed data are damaged: " + said(damaged)).remedy(AGAIN);
          case ZstdIOException damaged ->
              Problem.of("the compressed data are damaged: " + said(damaged)).remedy(AGAIN);
          default -> Problem.of("cannot be read: " + said(fault)).remedy(AGAIN);
        };
    return problem.at(file);
  }

  private static final String AGAIN = "check the file, or take it again from its publisher";

  private static String said(IOException fault) {
    return Objects.requireNonNullElse(fault.getMessage(), fault.getClass().getSimpleName());
  }
}
