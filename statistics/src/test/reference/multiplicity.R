# Usage: Rscript statistics/src/test/reference/multiplicity.R > …/fixtures/multiplicity-r.tsv
source("statistics/src/test/reference/header.R")
s <- function(x) paste(sprintf("%.17g", x), collapse = ",")
set.seed(4)
rows <- list()
for (p in list(c(0.01, 0.02, 0.03, 0.04, 0.05), 0.2, c(0.5, 0.01, 0.01, 0), c(1, 1, 1), rep(0.02, 7), runif(40)^3,
               c(0.04, 0.001, 0.9, 0.001, 0.03)))
  for (m in c("bonferroni", "holm", "hochberg", "BH", "BY"))
    rows[[length(rows) + 1]] <- data.frame(method = m, p = s(p), adjusted = s(p.adjust(p, m)))
fixture("adjusted p-values by p.adjust", "multiplicity.R", c(), do.call(rbind, rows))
