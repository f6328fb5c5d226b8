using FunSearch;

[Known("FunSearch", 512, Variant = "8", Source = "Nature 625, 468 (2024)")]
[Known("best before FunSearch", 496, Variant = "8", Source = "named in Nature 625, 468 (2024)")]
[Known("best known", 236, Variant = "7", Source = "named in Nature 625, 468 (2024)")]
[Known("best known", 112, Variant = "6", Source = "named in Nature 625, 468 (2024)")]
[Known("best known", 45, Variant = "5", Source = "named in Nature 625, 468 (2024)")]
[Known("best known", 20, Variant = "4", Source = "named in Nature 625, 468 (2024)")]
[Known("best known", 9, Variant = "3", Source = "named in Nature 625, 468 (2024)")]
public static partial class CapSets;
