# Usage: Rscript statistics/src/test/reference/paired.R > …/fixtures/newcombe-paired-r.tsv
# No package at hand has this interval; Wilson's ends are prop.test's.
source("statistics/src/test/reference/header.R")
rows <- list()
for (t in list(c(36, 12, 2, 0), c(36, 14, 0, 0), c(0, 30, 0, 0), c(2, 97, 1, 0), c(50, 0, 0, 0),
               c(0, 0, 0, 1), c(54, 0, 0, 6), c(30, 10, 10, 50), c(612, 88, 61, 239), c(0, 5, 4, 0)))
  for (level in c(0.95, 0.8)) {
    a <- t[1]; b <- t[2]; c <- t[3]; d <- t[4]; n <- sum(t)
    w <- function(x) suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE))$conf.int
    p1 <- (a + b) / n; p2 <- (a + c) / n; i <- w(a + b); j <- w(a + c)
    den <- (a + b) * (c + d) * (a + c) * (b + d); num <- a * d - b * c
    if (num > 0) num <- max(num - n / 2, 0)
    phi <- if (den == 0) 0 else num / sqrt(den)
    dl <- p1 - i[1]; du <- i[2] - p1; el <- p2 - j[1]; eu <- j[2] - p2
    rows[[length(rows) + 1]] <- data.frame(both = a, first_only = b, second_only = c, neither = d,
      level, lower = p1 - p2 - sqrt(dl^2 - 2 * phi * dl * eu + eu^2),
      upper = p1 - p2 + sqrt(du^2 - 2 * phi * du * el + el^2))
  }
fixture("difference of paired proportions by Newcombe's method 10, from prop.test's intervals",
        "paired.R", c(), do.call(rbind, rows))
