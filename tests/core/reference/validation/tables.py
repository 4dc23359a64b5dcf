"""Writes the reference tables of the validation metrics beside this file: ranking, probabilities, survival, logistic (JSON).

Made with Debian 12's python3-sklearn 1.2.1, python3-statsmodels 0.13.5, python3-scipy 1.10.1 and, through tables.R, R 4.2.2
with pROC 1.18.0 and survival 3.5-3:
    apt-get install python3-sklearn python3-statsmodels r-base-core r-cran-proc r-cran-survival
    cd tests/core/reference/validation && /usr/bin/python3 tables.py
Nothing of it is needed to run the tests: they read the JSON.
"""
import json, random, subprocess, warnings
import numpy as np
from scipy.optimize import minimize
from sklearn import metrics
from sklearn.calibration import calibration_curve
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler
import statsmodels.api as sm
from statsmodels.duration.survfunc import SurvfuncRight, survdiff

warnings.filterwarnings("ignore")
rng = random.Random(20261122)


def book(n, rate, levels, pull):
    """Risks of so many levels (ties where few) that follow outcomes by `pull`."""
    bad = [rng.random() < rate for _ in range(n)]
    bad[0], bad[1] = True, False
    risks = [min(levels, max(0, round(levels * (0.5 + pull * (b - 0.5) + rng.gauss(0, 0.25))))) for b in bad]
    return risks, bad


def r(code, payload):
    return subprocess.run(["Rscript", "tables.R", code], input=payload, text=True, capture_output=True, check=True).stdout.split()


def number(text):
    return None if text in ("NA", "NaN") else float(text)


def words(values):
    return " ".join(str(float(v)) for v in values)


BOOKS = {
    "tiny": ([0.1, 0.4, 0.35, 0.8], [False, False, True, True]),
    "two cases": ([3, 3], [True, False]),
    "separable": ([1, 2, 3, 10, 11, 12], [False, False, False, True, True, True]),
    "upside down": ([9, 8, 7, 2, 1], [False, False, False, True, True]),
    "many ties": book(60, 0.3, 4, 0.4),
    "unbalanced": book(80, 0.04, 100, 0.5),
    "plain": book(90, 0.35, 1000, 0.35),
    "noise": book(70, 0.5, 50, 0.0),
}


def ranking():
    cases = []
    for name, (risks, bad) in BOOKS.items():
        fpr, tpr, cuts = metrics.roc_curve(bad, risks, drop_intermediate=False)
        at = np.median(risks)
        said = [risk >= at for risk in risks]
        tn, fp, fn, tp = metrics.confusion_matrix(bad, said).ravel()
        other = [round(risk * 0.5 + rng.gauss(0, 1) * (max(risks) - min(risks) + 1) * 0.3, 2) for risk in risks]
        low, auc, high = r("delong", f"{words(risks)}\n{words(bad)}\n")
        z, p = r("paired", f"{words(risks)}\n{words(bad)}\n{words(other)}\n")
        cases.append({
            "name": name, "risks": risks, "bad": [int(b) for b in bad], "other": other,
            "auc": metrics.roc_auc_score(bad, risks), "pROC": [number(low), number(auc), number(high)],
            "paired": {"z": number(z), "p": number(p)},
            "averagePrecision": metrics.average_precision_score(bad, risks),
            "roc": {"wronglyNamed": list(fpr), "caught": list(tpr), "cuts": [float(c) for c in cuts[1:]]} if len(cuts) < 10 else None,
            "confusion": {
                "cut": float(at), "counts": [int(tp), int(fp), int(fn), int(tn)], "accuracy": metrics.accuracy_score(bad, said),
                "precision": metrics.precision_score(bad, said), "recall": metrics.recall_score(bad, said),
                "specificity": metrics.recall_score(bad, said, pos_label=0), "f1": metrics.f1_score(bad, said),
                "balancedAccuracy": metrics.balanced_accuracy_score(bad, said),
            },
        })
    return cases


def probabilities():
    cases = []
    for name in ["tiny", "many ties", "unbalanced", "plain", "separable"]:
        risks, bad = BOOKS[name]
        y = np.array(bad, dtype=float)
        top = max(risks)
        said = [round(0.02 + 0.96 * (risk / top) ** 1.5, 3) for risk in risks]
        curves = {}
        for ours, theirs in [("equal width", "uniform"), ("equal count", "quantile")]:
            came, mean = calibration_curve(bad, said, n_bins=5, strategy=theirs)
            curves[ours] = {"came": list(came), "said": list(mean)}
        iso = IsotonicRegression(out_of_bounds="clip").fit(risks, y)
        weights = [1 + i % 3 for i in range(len(risks))]
        weighted = IsotonicRegression(out_of_bounds="clip").fit(risks, y, sample_weight=weights)
        asked = [min(risks) - 1, *np.linspace(min(risks), top, 7), top + 1]
        # Platt's smoothed targets as a binomial model with shares as outcomes.
        bads = sum(bad)
        target = np.where(y == 1, (bads + 1) / (bads + 2), 1 / (len(bad) - bads + 2))
        platt = sm.GLM(target, sm.add_constant(np.array(risks, dtype=float)), family=sm.families.Binomial()).fit(tol=1e-14, maxiter=200)
        cases.append({
            "name": name, "risks": risks, "bad": [int(b) for b in bad], "said": said,
            "brier": metrics.brier_score_loss(bad, said), "logLoss": metrics.log_loss(bad, said), "bins": curves,
            "isotonic": {"at": list(asked), "plain": list(iso.predict(asked)), "weighted": list(weighted.predict(asked))},
            "platt": {"intercept": platt.params[0], "slope": platt.params[1]},
        })
    certain = {"said": [0, 1, 1, 0.25], "bad": [0, 1, 0, 1]}
    certain["logLoss"] = metrics.log_loss(certain["bad"], certain["said"])
    return {"cases": cases, "certain": certain}


def survival():
    cases = []
    for name, n, groups, hazard in [("two groups", 40, 2, 1.0), ("three bands", 60, 3, 2.0), ("all alike", 24, 2, 0.0), ("tiny", 5, 2, 1.0)]:
        group = [i % groups for i in range(n)]
        days = [max(1, round(rng.expovariate(1 / 120) / (1 + hazard * g))) for g in group]
        churned = [rng.random() < 0.7 for _ in range(n)]
        days = [min(d, 365) for d in days]
        churned = [c and d < 365 for c, d in zip(churned, days)]
        km = SurvfuncRight(days, churned)
        z, p = survdiff(days, churned, group)
        text = f"{words(days)}\n{words(churned)}\n{words(group)}\n"
        chi = [float(v) for v in r("logrank", text)]
        curve = np.array([np.nan if v == "NA" else float(v) for v in r("km", text)]).reshape(-1, 5)
        cases.append({
            "name": name, "days": days, "churned": [int(c) for c in churned], "group": group,
            "statsmodels": {"days": list(km.surv_times), "stayed": list(km.surv_prob), "error": [None if np.isnan(v) else v for v in km.surv_prob_se], "chiSquare": float(z), "p": float(p)},
            "R": {"days": list(curve[:, 0]), "stayed": list(curve[:, 1]), "low": [None if np.isnan(v) else v for v in curve[:, 2]], "high": [None if np.isnan(v) else v for v in curve[:, 3]],
                  "chiSquare": chi[0], "freedom": int(chi[1]), "p": chi[2], "expected": chi[3:]},
        })
    return cases


def logistic():
    def rows(n, width, pull, noise=1.0):
        y = [rng.random() < 0.3 for _ in range(n)]
        y[0], y[1] = True, False
        return [[round(pull[j % len(pull)] * b * 10 + rng.gauss(50, 10 * noise), 1) for j in range(width)] for b in y], y

    books = {"plain": rows(60, 3, [1, -0.5, 0]), "unbalanced": rows(40, 2, [1, 0.5]), "tiny": ([[1.0], [2.0], [3.0], [4.0]], [False, True, False, True])}
    books["separable"] = ([[float(i), float(i % 3)] for i in range(12)], [i >= 6 for i in range(12)])
    plain, y = rows(40, 2, [1, -1])
    books["duplicate and constant"] = ([[a, b, a, 7.0] for a, b in plain], y)
    books["against"] = rows(50, 4, [-1, 1, -0.3, 0.4])
    cases = []
    for name, (x, y) in books.items():
        scaled = StandardScaler().fit_transform(x)
        for penalty in [0.01, 1, 25]:
            def fit(columns):
                made = LogisticRegression(C=1 / penalty, solver="newton-cholesky", tol=1e-13, max_iter=500).fit(columns, y)
                return made.intercept_[0], made.coef_[0]
            intercept, coefficients = fit(scaled)

            # Non-negative: the set above 0 by bounded L-BFGS, then scikit-learn's optimum on that set alone, checked by KKT.
            sign = np.where(y, 1.0, -1.0)
            def loss(beta):
                margin = sign * (beta[0] + scaled @ beta[1:])
                slope = -sign / (1 + np.exp(margin))
                return np.logaddexp(0, -margin).sum() + penalty / 2 * (beta[1:] ** 2).sum(), np.r_[slope.sum(), scaled.T @ slope + penalty * beta[1:]]
            found = minimize(loss, np.zeros(scaled.shape[1] + 1), jac=True, method="L-BFGS-B", bounds=[(None, None)] + [(0, None)] * scaled.shape[1], options={"ftol": 1e-16, "gtol": 1e-12, "maxiter": 5000})
            above = [j for j in range(scaled.shape[1]) if found.x[j + 1] > 1e-7]
            held = np.zeros(scaled.shape[1])
            if above:
                held_intercept, held[above] = fit(scaled[:, above])
            else:
                held_intercept = np.log(np.mean(y) / (1 - np.mean(y)))
            slopes = loss(np.r_[held_intercept, held])[1]
            assert max(abs(slopes[0]), *(abs(slopes[j + 1]) if j in above else max(0, -slopes[j + 1]) for j in range(len(held)))) < 1e-8
            cases.append({"name": name, "lambda": penalty, "intercept": intercept, "coefficients": list(coefficients), "held": {"intercept": held_intercept, "coefficients": list(held)}})
    return {"books": {name: {"columns": np.array(x).T.tolist(), "is": [int(v) for v in y]} for name, (x, y) in books.items()}, "cases": cases}


for name, made in [("ranking", ranking), ("probabilities", probabilities), ("survival", survival), ("logistic", logistic)]:
    table = json.dumps(made(), default=float, allow_nan=False)
    with open(f"{name}.json", "w") as file:
        file.write(table + "\n")
