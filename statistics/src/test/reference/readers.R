# Usage: Rscript statistics/src/test/reference/readers.R > …/fixtures/readers-proc.tsv
# Areas and covariances by pROC; the analysis of Obuchowski and Rockette with Hillis' degrees of
# freedom written out. scores: modality 1 reader 1; modality 1 reader 2; …
source("statistics/src/test/reference/header.R")
suppressMessages(library(pROC))
v <- function(x) paste(sprintf("%.17g", x), collapse = ",")
set.seed(17); rows <- list()
for (d in list(c(2, 3, 40), c(2, 5, 60), c(3, 4, 50), c(2, 2, 30), c(4, 3, 40))) {
  t <- d[1]; r <- d[2]; n <- d[3]
  truth <- rep(0:1, length.out = n); own <- rnorm(n)
  scores <- lapply(1:(t * r), function(k) round(truth * (0.8 + 0.3 * ((k - 1) %/% r)) + own / 2 + rnorm(n), 2))
  roc <- lapply(scores, function(s) roc(truth, s, direction = "<", quiet = TRUE))
  A <- matrix(sapply(roc, function(x) as.numeric(auc(x))), t, r, byrow = TRUE)
  m <- rep(1:t, each = r); j <- rep(1:r, t)
  c2 <- c(); c3 <- c()
  for (a in 1:(t * r)) for (b in 1:(t * r)) if (j[a] != j[b]) {
    k <- cov(roc[[a]], roc[[b]], method = "delong")
    if (m[a] == m[b]) c2 <- c(c2, k) else c3 <- c(c3, k)
  }
  mst <- r * var(rowMeans(A)); e <- A - outer(rowMeans(A), colMeans(A), "+") + mean(A)
  mstr <- sum(e^2) / (t - 1) / (r - 1); error <- mstr + r * max(mean(c2) - mean(c3), 0)
  df <- error^2 / (mstr^2 / (t - 1) / (r - 1)); h <- qt(0.975, df) * sqrt(2 / r * error); x <- mean(A[1, ]) - mean(A[2, ])
  rows[[length(rows) + 1]] <- data.frame(modalities = t, readers = r, truth = v(truth), scores = paste(sapply(scores, v), collapse = ";"),
    f = mst / error, df, p = pf(mst / error, t - 1, df, lower.tail = FALSE), lower = max(-1, x - h), upper = min(1, x + h))
}
fixture("multi-reader studies", "readers.R", c("pROC"), do.call(rbind, rows))
