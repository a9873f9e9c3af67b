# Usage: Rscript statistics/src/test/reference/roc.R > …/fixtures/roc-proc.tsv
# truth: 1 positive; a, b: scores of two readers; clusters by Obuchowski's formulas written out.
source("statistics/src/test/reference/header.R")
suppressMessages(library(pROC))
s <- function(x) paste(sprintf("%.17g", x), collapse = ",")
set.seed(9)
rows <- list()
pairs <- function(truth, a) outer(a[truth == 1], a[truth == 0], function(p, q) (p > q) + (p == q) / 2)
# Of a matrix of positive by negative cases: of a reader, or the difference of two.
clustered <- function(truth, psi, g) {
  gx <- g[truth == 1]; gy <- g[truth == 0]
  A <- mean(psi); m <- length(gx); n <- length(gy); all <- sort(unique(g))
  u <- sapply(all, function(k) sum(rowMeans(psi)[gx == k]) - sum(gx == k) * A)
  v <- sapply(all, function(k) sum(colMeans(psi)[gy == k]) - sum(gy == k) * A)
  i10 <- length(unique(gx)); i01 <- length(unique(gy)); i <- length(all)
  i10 / ((i10 - 1) * m) * sum(u^2) / m + i01 / ((i01 - 1) * n) * sum(v^2) / n + 2 * i / (i - 1) * sum(u * v) / (m * n)
}
for (n in c(8, 20, 60, 61, 200, 400)) {
  truth <- rep(0:1, length.out = n)
  a <- if (n %% 2) round(truth + rnorm(n)) else truth + rnorm(n)
  b <- round(truth * 0.5 + rnorm(n), if (n > 50) 1 else 3)
  g <- sample(seq_len(n %/% 3), n, replace = TRUE)
  ra <- roc(truth, a, direction = "<", quiet = TRUE); rb <- roc(truth, b, direction = "<", quiet = TRUE)
  t <- roc.test(ra, rb, method = "delong", paired = TRUE)
  ci <- ci.auc(ra, method = "delong", conf.level = 0.95)
  A <- mean(pairs(truth, a)); d <- A - mean(pairs(truth, b)); df <- length(unique(g)) - 1; t0 <- qt(0.975, df)
  v1 <- clustered(truth, pairs(truth, a), g); v2 <- clustered(truth, pairs(truth, a) - pairs(truth, b), g)
  # Without a variance nothing is known.
  if (v2 < 1e-14) { v2 <- Inf }
  h1 <- t0 * sqrt(v1) / A / (1 - A)
  rows[[length(rows) + 1]] <- data.frame(truth = s(truth), a = s(a), b = s(b), clusters = s(g), area = as.numeric(auc(ra)),
    variance = var(ra, method = "delong"), lower = ci[1], upper = ci[3], other = as.numeric(auc(rb)),
    covariance = cov(ra, rb, method = "delong"), z = unname(t$statistic), p = t$p.value, clustered = v1,
    clustered_lower = plogis(qlogis(A) - h1), clustered_upper = plogis(qlogis(A) + h1), clustered_z = d / sqrt(v2), clustered_p = 2 * pt(-abs(d) / sqrt(v2), df),
    difference_lower = max(-1, d - t0 * sqrt(v2)), difference_upper = min(1, d + t0 * sqrt(v2)),
    partial = as.numeric(auc(ra, partial.auc = c(1, 0.8))),
    sensitivity = max(ra$sensitivities[ra$specificities >= 0.75 - 1e-12]))
}
fixture("ROC curves of two readers", "roc.R", c("pROC"), do.call(rbind, rows))
