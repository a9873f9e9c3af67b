# Usage: Rscript statistics/src/test/reference/multiple.R > …/fixtures/multiple-r.tsv
# max-T by all exchanges of first and second, step by step; where no unit is 0 it is multtest's mt.maxT of paired t, which orders alike.
# bonferroni, sidak: data is the level and the number of intervals.
source("statistics/src/test/reference/header.R")
suppressPackageStartupMessages(library(multtest))
s <- function(x) paste(sprintf("%.17g", x), collapse = ",")
rows <- list(); set.seed(5)
sets <- list(rbind(c(1, 2, 3, 4, 2.5), c(1, -1, 2, -2, 0.5)), rbind(c(1, 1, 1, 1, 1, 1), c(1, 1, -1, 1, 1, -1), c(-1, 1, 1, -1, 1, 1)),
  matrix(rnorm(24) + 0.8, 3), rbind(c(1, 0, 1, 1, 0, 1, 1), c(0, 0, 0, 0, 0, 0, 0), c(0, 1, -1, 0, 1, 1, 0)), matrix(rnorm(50) + rep(c(1, 0, 0, 0.5, 2), 10), 5),
  rbind(c(3, 3), c(1, 2)), matrix(c(2, 1, 3), 1), rbind(c(1, 2, 3, 4), c(1, 2, 3, 4)))
for (d in sets) {
  n <- ncol(d); h <- nrow(d); signs <- as.matrix(expand.grid(rep(list(c(-1, 1)), n)))
  size <- sqrt(rowSums(d^2)); size[size == 0] <- 1
  all <- abs(signs %*% t(d)) / rep(size, each = nrow(signs)); t <- abs(rowSums(d)) / size
  o <- order(-t); p <- numeric(h)
  for (i in 1:h) p[o[i]] <- max(p[o[seq_len(i - 1)]], mean(apply(all[, o[i:h], drop = FALSE], 1, max) >= t[o[i]] * (1 - 1e-12)))
  if (all(d != 0) && h > 1 && all(apply(abs(d), 1, sd) > 0)) {
    m <- matrix(rbind(c(t(0 * d)), c(t(d))), h, 2 * n, byrow = TRUE)
    invisible(capture.output(r <- mt.maxT(m, rep(0:1, n), test = "pairt", B = 0))); p2 <- r$adjp[order(r$index)]
    stopifnot(max(abs(p - p2)) < 1e-12)
  }
  rows[[length(rows) + 1]] <- data.frame(what = "max-t", data = paste(apply(d, 1, s), collapse = ";"), exchanges = nrow(signs), value = s(p))
}
for (v in list(c(0.95, 1), c(0.95, 4), c(0.8, 10), c(0.99, 1000), c(0.5, 2))) {
  rows[[length(rows) + 1]] <- data.frame(what = "bonferroni", data = s(v), exchanges = 0, value = s(1 - p.adjust(1 - v[1], "bonferroni", 1) / v[2]))
  rows[[length(rows) + 1]] <- data.frame(what = "sidak", data = s(v), exchanges = 0, value = s(v[1]^(1 / v[2])))
}
fixture("several hypotheses together", "multiple.R", c("multtest"), do.call(rbind, rows))
