# Called by tables.py with what is wanted; reads lines of numbers, prints numbers with 17 digits.
wanted <- commandArgs(trailingOnly = TRUE)[1]
lines <- lapply(strsplit(readLines(file("stdin")), " "), as.numeric)
say <- function(...) cat(format(c(...), digits = 17, trim = TRUE), sep = " ")

if (wanted == "delong" || wanted == "paired") {
  suppressMessages(library(pROC))
  curve <- function(risks) roc(lines[[2]], risks, direction = "<", levels = c(0, 1), quiet = TRUE)
  if (wanted == "delong") {
    suppressWarnings(say(as.numeric(ci.auc(curve(lines[[1]]), method = "delong"))))
  } else {
    test <- suppressWarnings(roc.test(curve(lines[[1]]), curve(lines[[3]]), method = "delong"))
    say(test$statistic, test$p.value)
  }
} else {
  library(survival)
  if (wanted == "logrank") {
    test <- survdiff(Surv(lines[[1]], lines[[2]]) ~ lines[[3]])
    freedom <- length(test$n) - 1
    say(test$chisq, freedom, pchisq(test$chisq, freedom, lower.tail = FALSE), test$exp)
  } else {
    fit <- survfit(Surv(lines[[1]], lines[[2]]) ~ 1, conf.type = "log-log")
    with <- fit$n.event > 0
    say(as.vector(rbind(fit$time[with], fit$surv[with], fit$lower[with], fit$upper[with], fit$std.err[with])))
  }
}
