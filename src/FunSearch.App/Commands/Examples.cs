namespace FunSearch.App.Commands;

/// <summary>Command lines to learn from, shown below a command's help.</summary>
internal static class Examples
{
    /// <summary>What the examples are written with, and are shown without where people type something else.</summary>
    public const string Command = "./funsearch";

    /// <summary>By command; empty when the usage says it all.</summary>
    public static IReadOnlyList<string> Of(string command) => command switch
    {
        "funsearch" =>
        [
            "./funsearch run bin-packing                    search for five minutes, without any model",
            "./funsearch check ./my-warehouse               try your own problem's folder first; costs nothing",
            "./funsearch run ./my-warehouse --time 1h       search on it",
            "./funsearch resume                             go on with the latest run",
            "./funsearch show bin-packing-1                 the best function of a run",
        ],
        "run" =>
        [
            "./funsearch run bin-packing --samples 5000 --seed 7",
            "./funsearch run bin-packing:weibull --time 1h30m --workers 8 --name overnight",
            "./funsearch run bin-packing --data my-items.csv --split-data 60,20,20",
            "./funsearch run ./my-warehouse --proposer http://127.0.0.1:8080/v1#qwen --requests 200",
            "./funsearch run bin-packing --samples 1000 --json | tail -1 | jq .best.test",
        ],
        "resume" =>
        [
            "./funsearch resume",
            "./funsearch resume overnight --time 3h         three hours in all, with what it has had",
        ],
        "check" => ["./funsearch check bin-packing", "./funsearch check ./my-warehouse --allowed"],
        "evaluate" =>
        [
            "./funsearch evaluate bin-packing --program my-idea.cs --split validation",
            "echo '{ return item - room; }' | ./funsearch evaluate bin-packing --program -",
        ],
        "show" => ["./funsearch show overnight", "./funsearch show overnight --program 4711"],
        _ => [],
    };
}
