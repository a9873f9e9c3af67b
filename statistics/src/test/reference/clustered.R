# Usage: Rscript statistics/src/test/reference/clustered.R > …/fixtures/clustered-r.tsv
# An intercept-only lm with sandwich::vcovCL (checked by clubSandwich's CR1); t with G - 1 degrees of freedom, or Satterthwaite's
# for clusters of unequal sizes whose observations are alike. margin: of the three tests against one, else 0.
source("statistics/src/test/reference/header.R")
suppressPackageStartupMessages({library(sandwich); library(clubSandwich)})
s <- function(x) paste(sprintf("%.17g", x), collapse = ",")
rows <- list(); set.seed(23)
sets <- list(list(d = c(1, 0, -1, 1, 1, 0), g = c(1, 1, 2, 2, 3, 3)), list(d = c(0.5, -0.25, 1, 0, 0.125), g = c(1, 2, 2, 3, 3)),
  list(d = sample(-1:1, 40, TRUE), g = rep(1:10, each = 4)), list(d = rnorm(60, 0.1), g = sample(12, 60, TRUE)),
  list(d = c(2, 1, 1, 3), g = 1:4), list(d = rnorm(90, 0.05, 0.2) + rep(rnorm(9, 0, 0.1), 10), g = rep(1:9, 10)))
for (v in sets) {
  m <- lm(d ~ 1, v); V <- vcovCL(m, cluster = v$g, type = "HC0", cadjust = TRUE)[1, 1]
  stopifnot(abs(vcovCR(m, v$g, "CR1")[1, 1] / V - 1) < 1e-10)
  n <- table(v$g); df <- if (length(unique(n)) == 1) length(n) - 1 else max(1, sum(n^2)^2 / sum(n^4) - 1)
  add <- function(test, margin, t, p) rows[[length(rows) + 1]] <<- data.frame(test, data = paste(s(v$d), s(v$g), sep = ";"), margin, statistic = t, p)
  at <- function(delta) (coef(m)[[1]] - delta) / sqrt(V)
  add("paired_t_clustered", 0, at(0), 2 * pt(-abs(at(0)), df))
  for (margin in c(0.1, 0.5)) {
    up <- pt(at(-margin), df, lower.tail = FALSE); down <- pt(at(margin), df)
    add("equivalence_t", margin, if (up >= down) at(-margin) else at(margin), max(up, down))
    add("non_inferiority_t", margin, at(-margin), up); add("superiority_t", margin, at(margin), pt(at(margin), df, lower.tail = FALSE))
  }
}
fixture("tests of mean differences in clusters", "clustered.R", c("sandwich", "clubSandwich"), do.call(rbind, rows))
