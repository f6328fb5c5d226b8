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
            "./funsearch new my-warehouse                   a folder for a problem of your own, which runs at once",
            "./funsearch check ./my-warehouse               try it first; costs nothing",
            "./funsearch run ./my-warehouse --time 1h       search on it",
            "./funsearch resume                             go on with the latest run",
            "./funsearch show bin-packing-or-1              the best function of a run",
        ],
        "run" =>
        [
            "./funsearch run bin-packing --samples 5000 --seed 7",
            "./funsearch run bin-packing:weibull --time 1h30m --workers 8 --name overnight",
            "./funsearch run bin-packing --data my-items.csv --split-data 60,20,20",
            "./funsearch run ./my-warehouse --proposer http://127.0.0.1:8080/v1#qwen --requests 200",
            "OPENAI_API_KEY_FILE=~/.openai-key ./funsearch run bin-packing --proposer mix:openai/gpt-5-mini --cost 2",
            "./funsearch run bin-packing --config models.json --cost 5    all models of a configuration; models --explain",
            "./funsearch run bin-packing --samples 1000 --json | tail -1 | jq .best.test",
            "OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4317 ./funsearch run bin-packing    with traces and metrics for that collector",
        ],
        "compare" =>
        [
            "./funsearch compare bin-packing --time 2m        the search against hill climbing, best-of-n and random, five seeds each",
            "./funsearch compare cap-set:6 --setting embedded --setting best-of-n --seeds 10 --samples 2000 --chart cap.svg",
            "./funsearch compare bin-packing --setting embedded --setting \"one island: --islands 1\" --setting \"--without cut-short\" --samples 3000",
            "./funsearch compare bin-packing --config models.json --setting mini --setting large --cost 0.50 --seeds 4",
        ],
        "resume" =>
        [
            "./funsearch resume",
            "./funsearch resume overnight --time 3h         three hours in all, with what it has had",
        ],
        "replay" =>
        [
            "./funsearch replay overnight                   again from the journal alone: does every line come out the same?",
            "./funsearch replay overnight --json | tail -1 | jq .same",
        ],
        "check" => 
        [
            "./funsearch check bin-packing",
            "./funsearch check ./my-warehouse --allowed",
            "./funsearch check bin-packing --config models.json --cost 5    are the models there, and what do five dollars buy?",
        ],
        "models" =>
        [
            "./funsearch models openai/gpt-5-mini              does it answer, how fast, at what price?",
            "./funsearch models --config models.json           all models of a configuration, beside each other",
            "./funsearch models --explain                      every key of that file, an example, the known prices",
            "./funsearch models --config models.json mini --json | tail -1 | jq .models[0].cost",
        ],
        "new" => ["./funsearch new my-warehouse                    then ./funsearch run ./my-warehouse --samples 500"],
        "evaluate" =>
        [
            "./funsearch evaluate bin-packing --program my-idea.cs --split validation",
            "echo '{ return item - room; }' | ./funsearch evaluate bin-packing --program -",
        ],
        "tune" =>
        [
            "./funsearch tune overnight                                   the best program of a run, 2,000 trials of other numbers",
            "./funsearch tune overnight --program 4711 --time 10m --name tuned",
            "./funsearch tune bin-packing --program my-idea.cs --samples 5000 --seed 1",
            "./funsearch tune overnight --json | tail -1 | jq '.from.test, .best.test'",
        ],
        "simplify" =>
        [
            "./funsearch simplify overnight                               the best program of a run, with every score the same",
            "./funsearch simplify overnight --program 4711 --loss 0.01    another one, and shorter still for a little loss",
            "./funsearch simplify bin-packing --program my-idea.cs --output shorter.cs",
            "./funsearch simplify overnight --json | tail -1 | jq -r .after.code",
        ],
        "show" =>
        [
            "./funsearch show overnight",
            "./funsearch show overnight --program 4711         one program, what it changed, and where it comes from",
            "./funsearch show overnight --lineage              every step from the first program to the best",
            "./funsearch show overnight --simplified           the best without what its scores do not need",
            "./funsearch show overnight --picture best.svg     what it finds for the first training input, as a picture",
            "./funsearch show overnight --picture or3.svg --input OR3/u500_00",
        ],
        "runs" => ["./funsearch runs", "./funsearch runs delete bin-packing-or-1"],
        "delete" => ["./funsearch runs delete bin-packing-or-1", "./funsearch runs delete monday tuesday"],
        "bench" =>
        [
            "./funsearch bench                              every built-in problem",
            "./funsearch bench bin-packing:weibull --workers 8",
            "./funsearch bench ./my-warehouse --json | tail -1 | jq .problems[0].rows",
        ],
        "export" =>
        [
            "./funsearch export overnight                                  the best program as a C# class, ready to paste",
            "./funsearch export overnight --program 4711 --output Priority.cs --force",
            "./funsearch export overnight --solution packings.json         with the solution of every input",
            "./funsearch export overnight --simplified                     without what its scores do not need",
        ],
        _ => [],
    };
}
