using FunSearch;

[Known("FunSearch", 5.30, Variant = "or", Figure = "excess_percent", Group = "OR1", Source = "Nature 625, 468 (2024), table 1")]
[Known("FunSearch", 4.19, Variant = "or", Figure = "excess_percent", Group = "OR2", Source = "Nature 625, 468 (2024), table 1")]
[Known("FunSearch", 3.11, Variant = "or", Figure = "excess_percent", Group = "OR3", Source = "Nature 625, 468 (2024), table 1")]
[Known("FunSearch", 2.47, Variant = "or", Figure = "excess_percent", Group = "OR4", Source = "Nature 625, 468 (2024), table 1")]
[Known("FunSearch", 0.68, Variant = "weibull", Figure = "excess_percent", Group = "Weibull 5k", Source = "Nature 625, 468 (2024), table 1")]
[Known("FunSearch", 0.32, Variant = "weibull", Figure = "excess_percent", Group = "Weibull 10k", Source = "Nature 625, 468 (2024), table 1")]
[Known("FunSearch", 0.03, Variant = "weibull", Figure = "excess_percent", Group = "Weibull 100k", Source = "Nature 625, 468 (2024), table 1")]
[Known("X-evolve", 5.50, Variant = "or", Figure = "excess_percent", Group = "OR1", Source = "arXiv 2508.07932, run on the same data")]
[Known("X-evolve", 4.43, Variant = "or", Figure = "excess_percent", Group = "OR2", Source = "arXiv 2508.07932, run on the same data")]
[Known("X-evolve", 2.98, Variant = "or", Figure = "excess_percent", Group = "OR3", Source = "arXiv 2508.07932, run on the same data")]
[Known("X-evolve", 2.45, Variant = "or", Figure = "excess_percent", Group = "OR4", Source = "arXiv 2508.07932, run on the same data")]
[Known("X-evolve", 0.58, Variant = "weibull", Figure = "excess_percent", Group = "Weibull 5k", Source = "arXiv 2508.07932, run on the same data")]
public static partial class OnlineBinPacking;
