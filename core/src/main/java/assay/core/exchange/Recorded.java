package assay.core.exchange;

import org.jspecify.annotations.Nullable;

/**
 * What a recorded file holds beside the reply: how its publisher read and scored it.
 *
 * @param reading the answer that the file says was read, or null
 * @param score the score that the file says was given, as text, or null
 */
public record Recorded(@Nullable String reading, @Nullable String score) {}
