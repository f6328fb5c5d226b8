using FunSearch.Accounts;
using FunSearch.Runs;

var engine = new SearchEngine();
await using var search = await engine.StartAsync(new SearchRequest(args[0])
{
    Seed = 7,
    Budget = new Budget { Samples = 2_000 },
});

await foreach (var progress in search.RunAsync())
{
    Console.WriteLine($"{progress.Samples} samples, best {progress.Best.Train} on train");
}

var result = await search.ResultAsync();
Console.WriteLine(result.Best.Code);
foreach (var program in result.Rivals.Prepend(result.Best))
{
    Console.WriteLine($"{program.Name}: {program.Test} on test");
}
